package dev.venicesim.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a server holds of a world goes when another server of the database drops the world. */
@ExtendWith(WithPostgres.class)
class DroppedElsewhereTest {

    private final Sim one;
    private final Sim other;

    DroppedElsewhereTest(PostgresCluster cluster) {
        var database = cluster.newDatabase();
        this.one = Sim.start(config -> config.store(database));
        this.other = Sim.start(config -> config.store(database));
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    /** By then each of them has read what the other one has written down. */
    private void settle() {
        other.control().get("/worlds");
        one.control().get("/worlds");
    }

    @Test
    void aRequestThatHangsAtOneEndsWhenTheOtherDropsItsWorld() {
        var world = one.world("\"scenario\":{\"faults\":[{\"on\":\"queue\",\"hang\":{}}]}");
        var hanging = CompletableFuture.runAsync(() -> world.api().post("/video/queue", Requests.WAN));
        world.control().get("/requests?wait=5m&count=1");
        assertThat(other.control().delete("/worlds/" + world.id()).status()).isEqualTo(204);
        assertThat(hanging.handle((answered, failure) -> failure != null).join())
                .isTrue();
    }

    @Test
    void aWorldThatTheOtherDroppedIsCountedNoMore() {
        var gone = one.world("\"jobTime\":\"10s\"");
        one.world("\"jobTime\":\"10s\"");
        assertThat(worlds(one)).isEqualTo("2");
        other.control().delete("/worlds/" + gone.id());
        settle();
        assertThat(worlds(one)).isEqualTo("1");
    }

    private static String worlds(Sim sim) {
        return sim.control()
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("venice_sim_worlds "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }
}
