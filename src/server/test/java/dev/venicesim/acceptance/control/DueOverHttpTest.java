package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What {@code due} says would happen is what happens when the clock goes there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DueOverHttpTest {

    private static final List<String> PROMPTS = List.of(
            "a gondola",
            "[sim:refused] x",
            "[sim:fail] x",
            "[sim:stuck] x",
            "[sim:time=90s] x",
            "[sim:time=3s] x",
            "x");

    @AutoClose
    private final Sim sim = Sim.start(config -> config.limits(false));

    @Test
    void isWhatHappensIn200RandomWorlds() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var world = randomWorld(random);
            for (var move = 0; move < 3; move++) {
                var now = Instant.parse(
                        world.control().get("/clock").json().path("now").asText());
                var until = now.plusMillis(1 + (long) (Math.pow(random.nextDouble(), 4) * 90_000_000));
                check(world, until, "seed " + seed + ", until " + until);
            }
        }
    }

    private Sim.World randomWorld(Random random) {
        var world = sim.frozenWorld("\"jobTime\":\"" + (1 + random.nextInt(60)) + "s\"");
        for (var job = random.nextInt(5); job >= 0; job--) {
            var queued = world.api().post("/video/queue", Requests.wan(PROMPTS.get(random.nextInt(PROMPTS.size()))));
            if (random.nextBoolean()) {
                world.advance(random.nextInt(20_000) + "ms");
                world.api().post("/video/retrieve", Requests.ticket(queued));
            }
        }
        if (random.nextInt(3) == 0) {
            world.api().post("/video/queue", Requests.PRIVATE_GROK);
        }
        return world;
    }

    private static void check(Sim.World world, Instant until, String as) {
        var before = states(world);
        var balance = balance(world);
        var said = world.control().get("/due?until=" + until).json();
        assertThat(states(world)).as("nothing changes by asking, " + as).isEqualTo(before);
        world.control().patch("/clock", "{\"at\":\"" + until + "\"}");
        var after = states(world);
        assertThat(said.path("backUsd").decimalValue())
                .as(as)
                .isEqualByComparingTo(balance(world).subtract(balance));
        assertThat(said.path("jobsExpire").asLong()).as(as).isEqualTo(count(before, after, "GONE"));
        var ended = before.entrySet().stream()
                .filter(job -> job.getValue().equals("PROCESSING"))
                .filter(job -> !after.get(job.getKey()).equals("PROCESSING"))
                .filter(job ->
                        ended(said, job.getKey()) || !after.get(job.getKey()).equals("GONE"))
                .count();
        assertThat(said.path("jobsEnd").asLong()).as(as).isEqualTo(ended);
    }

    private static boolean ended(JsonNode said, String queueId) {
        for (var due : said.path("due")) {
            if (due.path("what").asText().equals("job-ends")
                    && due.path("queueId").asText().equals(queueId)) {
                return true;
            }
        }
        return false;
    }

    private static long count(Map<String, String> before, Map<String, String> after, String state) {
        return after.entrySet().stream()
                .filter(job -> job.getValue().equals(state)
                        && !before.get(job.getKey()).equals(state))
                .count();
    }

    private static Map<String, String> states(Sim.World world) {
        var states = new HashMap<String, String>();
        world.control()
                .get("/jobs")
                .json()
                .path("jobs")
                .forEach(job -> states.put(
                        job.path("queueId").asText(), job.path("state").asText()));
        return states;
    }

    private static BigDecimal balance(Sim.World world) {
        return world.control().get("/account").json().path("balanceUsd").decimalValue();
    }

    @Test
    void withoutAnInstantItLooksToTheNextThing() {
        var world = sim.frozenWorld("\"jobTime\":\"40s\"");
        assertThat(world.control().get("/due").json().path("next").isNull()).isTrue();
        world.api().post("/video/queue", Requests.wan("[sim:refused] x"));
        var due = world.control().get("/due").json();
        assertThat(due.path("until").asText()).isEqualTo("2026-11-23T10:00:40Z");
        assertThat(due.path("jobsEnd").asInt()).isEqualTo(1);
        assertThat(due.path("backUsd").asDouble()).isEqualTo(0.55);
        assertThat(due.path("due").path(0).path("what").asText()).isEqualTo("job-ends");
        assertThat(world.control()
                        .get("/due?until=2026-11-23T10:00:39.999Z")
                        .json()
                        .path("jobsEnd")
                        .asInt())
                .isZero();
        assertThat(world.control().get("/due?until=tomorrow").status()).isEqualTo(400);
    }

    @Test
    void theVideoOfAFinishedJobIsSeenWithoutItsClientNoticing() {
        var world = sim.frozenWorld("\"jobTime\":\"40s\"");
        var id = world.api()
                .post("/video/queue", Requests.WAN)
                .json()
                .path("queue_id")
                .asText();
        assertThat(world.control().get("/jobs/" + id + "/video").status()).isEqualTo(409);
        world.advance("40s");
        var findings = world.control().get("/findings").text();
        var video = world.control().with("Range", "bytes=0-99").get("/jobs/" + id + "/video");
        assertThat(video.status()).isEqualTo(206);
        assertThat(video.bytes()).hasSize(100);
        assertThat(video.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(world.control().get("/findings").text()).isEqualTo(findings);
        assertThat(world.control().get("/requests").json().path("requests").size())
                .isEqualTo(1);
    }
}
