package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that are put for a while and end by themselves. */
class PassingFaultsTest {

    private static final String BROKEN =
            "{\"faults\":[{\"on\":\"queue\",\"respond\":{\"status\":503}}],\"ttl\":\"5m\"}";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));

    @AutoClose
    private final Sim sim = Sim.start(config -> config.time(new TimeSource() {
        @Override
        public Instant now() {
            return now.get();
        }

        @Override
        public long nanos() {
            return TimeSource.system().nanos();
        }
    }));

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static int queue(Sim.World world) {
        return world.api().post("/video/queue", Requests.WAN).status();
    }

    @Test
    void endByThemselvesInRealTimeThoughTheWorldStandsStill() {
        var world = sim.frozenWorld();
        var put = world.control().put("/faults", BROKEN);
        assertThat(put.json().path("until").asText()).isEqualTo("2026-11-23T10:05:00Z");
        assertThat(queue(world)).isEqualTo(503);
        assertThat(world.control().get("/requests/1").json().path("why").toString())
                .contains("passing faults");
        pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(queue(world)).isEqualTo(503);
        pass(Duration.ofMillis(1));
        assertThat(queue(world)).isEqualTo(200);
        assertThat(world.control().get("/faults").json().path("faults").asInt()).isZero();
    }

    @Test
    void strikeOneWorldAloneOrAll() {
        var one = sim.frozenWorld();
        var other = sim.frozenWorld();
        one.control().put("/faults", BROKEN);
        assertThat(queue(other)).isEqualTo(200);
        sim.control().put("/faults", BROKEN);
        assertThat(queue(other)).isEqualTo(503);
        assertThat(sim.api("newcomer").post("/video/queue", Requests.WAN).status())
                .isEqualTo(503);
        assertThat(sim.control().delete("/faults").status()).isEqualTo(204);
        assertThat(queue(one)).isEqualTo(200);
        assertThat(sim.api("another").post("/video/queue", Requests.WAN).status())
                .isEqualTo(200);
    }

    @Test
    void leaveTheScenarioAsItIs() {
        var world = sim.frozenWorld(
                "\"scenario\":{\"faults\":[{\"on\":\"queue\",\"nth\":2,\"respond\":{\"status\":418}}]}");
        var name = world.control().get("").json().path("scenario");
        assertThat(queue(world)).isEqualTo(200);
        world.control()
                .put(
                        "/faults",
                        "{\"faults\":[{\"on\":\"queue\",\"nth\":2,\"respond\":{\"status\":503}}],\"ttl\":\"1h\"}");
        assertThat(queue(world)).isEqualTo(418);
        assertThat(queue(world)).isEqualTo(503);
        assertThat(world.control().get("").json().path("scenario")).isEqualTo(name);
        world.control()
                .put(
                        "/faults",
                        "{\"faults\":[{\"on\":\"queue\",\"nth\":1,\"respond\":{\"status\":502}}],\"ttl\":\"2h\"}");
        assertThat(queue(world)).isEqualTo(502);
        assertThat(sim.frozenWorld().control().get("").json().path("scenario").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"faults\":[]}",
                "{\"faults\":[],\"ttl\":\"0s\"}",
                "{\"faults\":[],\"ttl\":\"25h\"}",
                "{\"faults\":{},\"ttl\":\"5m\"}",
                "{\"ttl\":\"5m\"}",
                "{\"faults\":[{\"on\":\"queue\"}],\"ttl\":\"5m\"}",
                "{\"faults\":[{\"on\":\"nowhere\",\"reset\":{}}],\"ttl\":\"5m\"}",
                "{\"faults\":[],\"ttl\":\"5m\",\"more\":1}"
            })
    void whatCannotBeReadChangesNothing(String body) {
        var world = sim.frozenWorld();
        assertThat(world.control().put("/faults", body).status()).isEqualTo(400);
        assertThat(sim.control().put("/faults", body).status()).isEqualTo(400);
        assertThat(queue(world)).isEqualTo(200);
    }
}
