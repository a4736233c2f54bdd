package dev.venicesim.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.HandAlarm;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.fault.Latency;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsOverHttpTest {

    private static final String TICKET = "{\"model\":\"m\",\"queue_id\":\"q\"}";

    @AutoClose
    private final Sim sim = Sim.start();

    private Sim.World with(String fault) {
        return with(sim, fault);
    }

    private static Sim.World with(Sim sim, String fault) {
        var world = sim.frozenWorld();
        var set = world.control().put("/scenario", "faults:\n  - " + fault + "\n");
        assertThat(set.status()).as("%s", set).isEqualTo(200);
        return world;
    }

    private static void journalSays(Sim.World world, int status) {
        var line = world.control().get("/requests").json().path("requests").path(0);
        assertThat(line.path("by").asText()).as("%s", line).isEqualTo("fault");
        assertThat(line.path("status").asInt()).as("%s", line).isEqualTo(status);
        assertThat(line.path("why").toString()).contains("faults[0] of scenario");
    }

    @Test
    void answersBeforeAnythingIsQueuedOrCharged() {
        var world = with("{ on: queue, respond: { status: 503, headers: { Retry-After: \"7\" } } }");
        var answer = world.api().post("/video/queue", Requests.WAN);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(answer.json().path("error").asText()).isNotEmpty();
        assertThat(world.balanceUsd()).isEqualTo("100");
        assertThat(world.control().get("/jobs").json().path("jobs")).isEmpty();
        journalSays(world, 503);
    }

    @Test
    void answersSomethingElseAfterTheJobWasQueuedAndPaidFor() {
        var world = with("{ on: queue, phase: after, respond: { status: 502, body: \"<html>bad</html>\","
                + " headers: { content-type: text/html } } }");
        var answer = world.api().post("/video/queue", Requests.WAN);
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).isEqualTo("<html>bad</html>");
        assertThat(answer.header("Content-Type")).isEqualTo("text/html");
        assertThat(world.balanceUsd()).isEqualTo("99.45");
        assertThat(world.control().get("/jobs").json().path("jobs")).hasSize(1);
        journalSays(world, 502);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after"})
    void resetsTheConnectionWithoutAByte(String phase) {
        var world = with("{ on: queue, phase: " + phase + ", reset: {} }");
        try (var wire = Wire.to(sim)) {
            var came = wire.post(world, "/video/queue", Requests.WAN).all();
            assertThat(came.reset()).isTrue();
            assertThat(came.bytes()).isEmpty();
        }
        assertThat(world.balanceUsd()).isEqualTo(phase.equals("before") ? "100" : "99.45");
        journalSays(world, 0);
    }

    @Test
    void resetsInsideTheReply() {
        var world = with("{ on: queue, reset: { afterBytes: 10 } }");
        try (var wire = Wire.to(sim)) {
            var came = wire.post(world, "/video/queue", Requests.WAN).all();
            assertThat(came.reset()).isTrue();
            assertThat(came.head()).startsWith("HTTP/1.1 200").containsIgnoringCase("content-length: ");
            assertThat(came.bodyLength()).isEqualTo(10);
        }
        assertThat(world.balanceUsd()).isEqualTo("99.45");
        journalSays(world, 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void endsTheBodyEarlyUnderTheLengthOfTheWhole(int bytes) {
        var world = with("{ on: queue, truncate: { afterBytes: " + bytes + " } }");
        try (var wire = Wire.to(sim)) {
            var came = wire.post(world, "/video/queue", Requests.WAN).all();
            assertThat(came.reset()).isFalse();
            assertThat(came.bodyLength()).isEqualTo(bytes);
            assertThat(contentLength(came)).isGreaterThan(60);
        }
    }

    private static int contentLength(Wire.Came came) {
        return came.head()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "content-length: ", 0, 16))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .sum();
    }

    @Test
    void sendsNoiseUnderTheHeadersOfTheReply() {
        var world = with("{ on: queue, garbage: { bytes: 300, seed: 4 } }");
        var answer = world.api().post("/video/queue", Requests.WAN);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.bytes()).hasSize(300).startsWith(0xFF);
        assertThat(world.api().post("/video/queue", Requests.WAN).bytes()).isEqualTo(answer.bytes());
    }

    @Test
    void claimsToBeSomethingElse() {
        var world = with("{ on: queue, contentType: text/html }");
        var answer = world.api().post("/video/queue", Requests.WAN);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html");
        assertThat(answer.json().path("queue_id").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after"})
    void delaysManyRequestsWithoutHoldingAThread(String phase) throws Exception {
        var alarm = new HandAlarm();
        try (var delaying = Sim.start(config -> config.time(alarm))) {
            var world = with(delaying, "{ on: retrieve, phase: " + phase + ", delay: 2s }");
            var answers = Stream.generate(() -> asked(world, "/video/retrieve", TICKET))
                    .limit(40)
                    .toList();
            var waits = new ArrayList<HandAlarm.Wait>();
            // all of them wait at once, of which eight workers and two I/O threads could hold ten
            for (var answer : answers) {
                waits.add(alarm.next());
                assertThat(answer).isNotDone();
            }
            assertThat(waits).extracting(HandAlarm.Wait::delay).containsOnly(Duration.ofSeconds(2));
            assertThat(delaying.api().get("/models?type=video").status()).isEqualTo(200);
            waits.forEach(HandAlarm.Wait::end);
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(404, 429);
            }
        }
    }

    private static CompletableFuture<Http.Answer> asked(Sim.World world, String path, String json) {
        return CompletableFuture.supplyAsync(() -> world.api().post(path, json), task -> new Thread(task).start());
    }

    @Test
    void drawsTheDelaysThatTheSeedSays() throws Exception {
        var alarm = new HandAlarm();
        try (var delaying = Sim.start(config -> config.time(alarm))) {
            var world = with(delaying, "{ on: quote, delay: { median: 200ms, sigma: 0.8, seed: 7, max: 1h } }");
            var drawn = new Latency.Lognormal(Duration.ofMillis(200), 0.8, Duration.ofHours(1), 7);
            assertThat(drawn.of(1)).isNotEqualTo(drawn.of(2));
            for (int n = 1; n <= 4; n++) {
                var answer = asked(world, "/video/quote", Requests.WAN);
                var wait = alarm.next();
                assertThat(wait.delay()).isEqualTo(drawn.of(n));
                wait.end();
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void chargesBeforeADelayedReplyIsSent() throws Exception {
        var alarm = new HandAlarm();
        try (var delaying = Sim.start(config -> config.time(alarm))) {
            var world = with(delaying, "{ on: queue, phase: after, delay: 24h }");
            try (var wire = Wire.to(delaying).post(world, "/video/queue", Requests.WAN)) {
                assertThat(alarm.next().delay()).isEqualTo(Duration.ofHours(24));
                assertThat(world.balanceUsd()).isEqualTo("99.45");
                world.control().post("/reset", "");
                assertThat(wire.all().bytes()).isEmpty();
            }
        }
    }

    @Test
    void tricklesTheBody() {
        var world = with("{ on: queue, throttle: { bytesPerSecond: 200 } }");
        var started = System.nanoTime();
        var answer = world.api().post("/video/queue", Requests.WAN);
        assertThat(answer.json().path("queue_id").asText()).isNotEmpty();
        // some 90 bytes at 200 a second; a busy machine only takes longer
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "reset"})
    void hangsUntilTheWorldCloses(String end) {
        var world = with("{ on: queue, hang: {} }");
        try (var wire = Wire.to(sim).post(world, "/video/queue", Requests.WAN)) {
            world.control().get("/requests?wait=5m&count=1");
            assertThat(world.balanceUsd()).isEqualTo("100");
            journalSays(world, 0);
            var ended = end.equals("delete")
                    ? world.control().delete("")
                    : world.control().post("/reset", "");
            assertThat(ended.status()).isLessThan(300);
            assertThat(wire.all().bytes()).isEmpty();
        }
    }

    @Test
    void strikesByModelAndPromptAndNumber() {
        var world =
                with("{ on: queue, when: { model: \"wan-*\", prompt: \"storm\", nth: 2 }, respond: { status: 500 } }");
        assertThat(world.api().post("/video/queue", Requests.wan("a storm")).status())
                .isEqualTo(200);
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(200);
        assertThat(world.api().post("/video/queue", Requests.wan("a storm")).status())
                .isEqualTo(500);
        assertThat(world.api().post("/video/queue", Requests.wan("a storm")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"models", "quote"})
    void strikesCallsThatNeedNoKeyInTheWorldOfTheKeyTheyCarry(String endpoint) {
        var world = with("{ on: " + endpoint + ", respond: { status: 504 } }");
        var struck = endpoint.equals("models")
                ? world.api().get("/models?type=video")
                : world.api().post("/video/quote", Requests.WAN);
        assertThat(struck.status()).isEqualTo(504);
        assertThat(sim.api().post("/video/quote", Requests.WAN).status()).isEqualTo(200);
    }

    @Test
    void breaksOffADownloadThatThenDoesNotCount() {
        var world =
                with("{ on: download, nth: 1, truncate: { afterBytes: 5000 } }\nlinks: { fetches: 1 }\njobTime: 1s");
        var queued = world.api().post("/video/queue", Requests.PRIVATE_GROK);
        var link = queued.json().path("download_url").asText();
        world.advance("1s");
        try (var wire = Wire.to(sim).get(link)) {
            assertThat(wire.all().bodyLength()).isEqualTo(5000);
        }
        assertThat(new Http(link).get("").status()).isEqualTo(200);
        assertThat(new Http(link).get("").status()).isEqualTo(410);
        var first = world.control()
                .get("/requests?endpoint=download")
                .json()
                .path("requests")
                .path(0);
        assertThat(first.path("by").asText()).isEqualTo("fault");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset: {}", "reset: { afterBytes: 10 }", "truncate: { afterBytes: 10 }", "hang: {}"})
    void breaksTheStreamAloneOverHttp2(String fault) throws Exception {
        var world = with("{ on: queue, " + fault + " }");
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        var neighbour = HttpRequest.newBuilder(URI.create(sim.simulator().baseUrl() + "/models?type=video"))
                .build();
        assertThat(client.send(neighbour, BodyHandlers.ofString()).version()).isEqualTo(HttpClient.Version.HTTP_2);
        var struck = client.sendAsync(
                HttpRequest.newBuilder(URI.create(sim.simulator().baseUrl() + "/video/queue"))
                        .header("Authorization", "Bearer " + world.apiKey())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Requests.WAN))
                        .build(),
                BodyHandlers.ofString());
        var meanwhile = client.sendAsync(neighbour, BodyHandlers.ofString());
        assertThat(meanwhile.get().statusCode()).isEqualTo(200);
        // deleted before its request is there, the world would be a new one without faults
        var seen = world.control().get("/requests?wait=5m&count=1").json();
        assertThat(seen.at("/requests/0/by").asText()).as("%s", seen).isEqualTo("fault");
        world.control().delete("");
        assertThat(struck.handle((reply, failure) -> failure != null).get()).isTrue();
        assertThat(client.send(neighbour, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
}
