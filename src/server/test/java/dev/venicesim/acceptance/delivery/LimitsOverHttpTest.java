package dev.venicesim.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsOverHttpTest {

    private static final String NO_JOB = "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"none\"}";

    @AutoClose
    private final Sim sim = Sim.start();

    private static Sim.World playing(Sim.World world, String scenario) {
        assertThat(world.control().put("/scenario", scenario).status()).isEqualTo(200);
        return world;
    }

    private static Http.Answer ask(Sim.World world, String call) {
        return world.api().post("/video/" + call, call.equals("queue") ? Requests.WAN : NO_JOB);
    }

    /** So many calls, none of which the window refuses; failures do not count in these worlds. */
    private static void use(Sim.World world, String call, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(ask(world, call).status()).isNotEqualTo(429);
        }
    }

    @ParameterizedTest
    @CsvSource({"queue,40", "retrieve,120"})
    void admitsAMinutesWorthAndReopensAfterSixtySeconds(String call, int limit) {
        var world = playing(sim.frozenWorld(), "limits: { failed: 1000 }");
        use(world, call, limit - 1);
        var last = ask(world, call);
        assertThat(last.header("x-ratelimit-limit-requests")).isEqualTo("" + limit);
        assertThat(last.header("x-ratelimit-remaining-requests")).isEqualTo("0");
        assertThat(last.header("x-ratelimit-type")).isEqualTo("api_key");
        var refused = ask(world, call);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).isEqualTo("{\"error\":\"Rate limit exceeded\"}");
        world.advance("59999ms");
        assertThat(ask(world, call).status()).isEqualTo(429);
        world.advance("1ms");
        assertThat(ask(world, call).status()).isNotEqualTo(429);
    }

    @Test
    void countsEachCredentialAndEachCallByItself() {
        var one = playing(sim.frozenWorld(), "limits: { queue: 1 }");
        var other = playing(sim.frozenWorld(), "limits: { queue: 1 }");
        use(one, "queue", 1);
        assertThat(ask(one, "queue").status()).isEqualTo(429);
        assertThat(ask(one, "retrieve").status()).isEqualTo(404);
        assertThat(ask(other, "queue").status()).isEqualTo(200);
        var second = one.control().post("/keys", "{}").json().path("apiKey").asText();
        assertThat(sim.api(second).post("/video/queue", Requests.WAN).status()).isEqualTo(200);
    }

    @Test
    void announcesInRealTimeWhenTheWindowReopens() {
        var world = sim.world(
                "\"clock\":{\"at\":\"2030-01-01T00:00:00Z\",\"scale\":60},\"quirks\":{\"ratelimit-reset\":\"milliseconds\"}");
        playing(world, "limits: { queue: 1 }");
        var before = Instant.now();
        var answer = ask(world, "queue");
        var reset = Instant.ofEpochMilli(Long.parseLong(answer.header("x-ratelimit-reset-requests")));
        // a minute of the world is a second of ours, and the header counts milliseconds that have begun
        assertThat(reset)
                .isBetween(before.minusMillis(1), Instant.now().plusSeconds(1).plusMillis(1));
    }

    @Test
    void announcesSecondsWhereTheQuirkSaysSo() {
        var world = sim.frozenWorld("\"quirks\":{\"ratelimit-reset\":\"seconds\"}");
        assertThat(ask(world, "queue").header("x-ratelimit-reset-requests")).hasSize(10);
        assertThat(ask(sim.frozenWorld("\"quirks\":{\"ratelimit-reset\":\"milliseconds\"}"), "queue")
                        .header("x-ratelimit-reset-requests"))
                .hasSize(13);
    }

    @Test
    void explainsThatAFrozenWindowNeverReopens() {
        var world = playing(sim.frozenWorld(), "limits: { queue: 1 }");
        use(world, "queue", 1);
        ask(world, "queue");
        var why = world.control()
                .get("/requests?status=429")
                .json()
                .path("requests")
                .path(0)
                .path("why");
        assertThat(why.toString()).contains("frozen: never, until the clock is moved");
    }

    @Test
    void lacksLimitsAndHeadersWhereTheyAreOff() {
        var world = sim.frozenWorld("\"limits\":false");
        use(world, "queue", 41);
        assertThat(ask(world, "queue").response().headers().map().keySet())
                .noneMatch(name -> name.startsWith("x-ratelimit"));
        try (var server = Sim.start(config -> config.limits(false))) {
            use(server.frozenWorld(), "queue", 41);
        }
    }

    @Test
    void blocksAfterMoreThanTwentyFailuresWithinThirtySeconds() {
        var world = sim.frozenWorld();
        use(world, "retrieve", 21);
        var blocked = ask(world, "retrieve");
        assertThat(blocked.status()).isEqualTo(429);
        assertThat(blocked.json().path("error").asText())
                .isEqualTo("Too many failed attempts (> 20) resulting in a non-success status code."
                        + " Please wait 30s and try again.");
        assertThat(ask(world, "queue").status()).isEqualTo(429);
        world.advance("29999ms");
        assertThat(ask(world, "queue").status()).isEqualTo(429);
        world.advance("1ms");
        assertThat(ask(world, "queue").status()).isEqualTo(200);
    }

    @Test
    void forgetsFailuresThirtySecondsAfterTheFirst() {
        var world = sim.frozenWorld();
        use(world, "retrieve", 20);
        world.advance("30s");
        use(world, "retrieve", 21);
        assertThat(ask(world, "retrieve").status()).isEqualTo(429);
    }

    @Test
    void countsNeitherRefusalsOfTheWindowNorFaults() {
        var world = playing(
                sim.frozenWorld(),
                "limits: { queue: 1, failed: 1 }\nfaults:\n  - { on: complete, respond: { status: 500 } }");
        use(world, "queue", 1);
        for (int i = 0; i < 5; i++) {
            assertThat(ask(world, "queue").text()).contains("Rate limit exceeded");
            assertThat(ask(world, "complete").status()).isEqualTo(500);
        }
        assertThat(ask(world, "retrieve").status()).isEqualTo(404);
        assertThat(ask(world, "retrieve").status()).isEqualTo(404);
        assertThat(ask(world, "retrieve").status()).isEqualTo(429);
    }

    @Test
    void doesNotCountTheDiscoveryOfThoseWithoutCredentials() {
        try (var server = Sim.start()) {
            for (int i = 0; i < 25; i++) {
                assertThat(server.api().post("/video/queue", Requests.WAN).status())
                        .isEqualTo(402);
            }
        }
    }

    @Test
    void aKeyThatIsRefusedIsBlockedAloneAndNotItsNeighbours() {
        try (var server = Sim.start()) {
            for (int i = 0; i < 21; i++) {
                assertThat(server.api("bad-one")
                                .post("/video/queue", Requests.WAN)
                                .status())
                        .isEqualTo(401);
            }
            var blocked = server.api("bad-one").post("/video/queue", Requests.WAN);
            assertThat(blocked.status()).isEqualTo(429);
            assertThat(blocked.text()).contains("Too many failed attempts (> 20)");
            assertThat(blocked.header("x-ratelimit-type")).isEmpty();
            assertThat(server.api("bad-other")
                            .post("/video/queue", Requests.WAN)
                            .status())
                    .isEqualTo(401);
            assertThat(server.api().post("/video/quote", Requests.WAN).status()).isEqualTo(200);
            assertThat(server.api("bad-one").post("/video/quote", Requests.WAN).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatIsCountedOfAKeyGoesOnWhenItsWorldIsMade() {
        try (var server = Sim.start()) {
            var reader = server.api("a-reader");
            for (int i = 0; i < 21; i++) {
                assertThat(reader.post("/video/retrieve", NO_JOB).status()).isEqualTo(404);
            }
            assertThat(reader.post("/video/queue", Requests.WAN).text()).contains("Too many failed attempts (> 20)");
            assertThat(reader.post("/video/retrieve", NO_JOB).status()).isEqualTo(429);
            assertThat(server.api("another").post("/video/queue", Requests.WAN).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoShowsNoKeyWhereOneIsNeededIsBlockedByAddress() {
        try (var server = Sim.start()) {
            for (int i = 0; i < 21; i++) {
                assertThat(server.api().get("/billing/balance").status()).isEqualTo(401);
            }
            assertThat(server.api().get("/billing/balance").status()).isEqualTo(429);
            assertThat(server.api().post("/video/quote", Requests.WAN).status()).isEqualTo(429);
            assertThat(server.api("a-key").get("/billing/balance").status()).isEqualTo(200);
        }
    }
}
