package dev.venicesim.acceptance.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code /__sim/events} tells, to whom, and what it does not. */
@Timeout(60)
class EventsOverHttpTest {

    @AutoClose
    private final Sim sim = Sim.start();

    private EventStream events(String query, String... headers) {
        return EventStream.open(sim.simulator().origin() + "/__sim/events" + query, headers);
    }

    @Test
    void tellsOfRequestsJobsMoneyAndClocksAsTheyHappen() {
        var world = sim.frozenWorld("\"jobTime\":\"40s\"");
        try (var events = events("")) {
            assertThat(events.response().headers().firstValue("Content-Type"))
                    .contains("text/event-stream; charset=utf-8");
            assertThat(events.response().headers().firstValue("X-Accel-Buffering"))
                    .contains("no");
            world.api().post("/video/queue", Requests.WAN);
            var seen = new ArrayList<EventStream.Event>();
            while (seen.isEmpty() || !seen.get(seen.size() - 1).type().equals("request")) {
                seen.add(events.next().orElseThrow());
            }
            assertThat(seen).extracting(EventStream.Event::type).contains("money", "job", "request");
            assertThat(seen)
                    .allSatisfy(event ->
                            assertThat(event.data().path("world").asText()).isEqualTo(world.id()));
            assertThat(new HashSet<>(seen.stream().map(EventStream.Event::id).toList()))
                    .hasSameSizeAs(seen);
            var request = seen.get(seen.size() - 1).data();
            assertThat(request.path("endpoint").asText()).isEqualTo("queue");
            assertThat(request.path("why")).isNotEmpty();

            world.advance("40s");
            assertThat(events.next("clock").data().path("now").asText()).isEqualTo("2026-11-23T10:00:40Z");
            assertThat(events.next("job").data().path("state").asText()).isEqualTo("COMPLETED");
        }
    }

    @Test
    void tellsOfFindingsWorldsAndTheirEnd() {
        try (var events = events("")) {
            var world = sim.frozenWorld();
            assertThat(events.next("world").data().path("change").asText()).isEqualTo("made");
            for (var again = 0; again < 5; again++) {
                world.api().post("/video/queue", "{}");
            }
            assertThat(events.next("finding").data().path("rule").asText()).isNotBlank();
            world.control().delete("");
            assertThat(events.next(event -> event.data().path("change").asText().equals("gone"))
                            .data()
                            .path("world")
                            .asText())
                    .isEqualTo(world.id());
        }
    }

    @Test
    void whoAsksForOneWorldHearsOfNoOther() {
        var one = sim.frozenWorld();
        var other = sim.frozenWorld();
        try (var events = events("?world=" + one.id())) {
            other.api().post("/video/queue", Requests.WAN);
            one.api().post("/video/queue", Requests.WAN);
            assertThat(events.next().orElseThrow().data().path("world").asText())
                    .isEqualTo(one.id());
        }
        assertThat(sim.control().get("/events?world=nobody").status()).isEqualTo(404);
    }

    @Test
    void theOwnerOfAKeyHearsOfTheirOwnWorldAlone() {
        sim.api("mine").post("/video/queue", Requests.WAN);
        sim.api("yours").post("/video/queue", Requests.WAN);
        try (var events =
                EventStream.open(sim.simulator().origin() + "/__sim/self/events", "Authorization", "Bearer mine")) {
            sim.api("yours").post("/video/queue", Requests.WAN);
            sim.api("mine").post("/video/quote", "{}");
            sim.api("mine").post("/video/queue", "{}");
            assertThat(events.next("request").data().path("status").asInt()).isEqualTo(400);
        }
    }

    @Test
    void whoComesBackHearsWhatHappenedMeanwhile() {
        var world = sim.frozenWorld();
        long last;
        try (var events = events("")) {
            world.advance("1s");
            last = events.next("clock").id();
        }
        world.advance("1s");
        world.advance("1s");
        try (var events = events("", "Last-Event-ID", Long.toString(last))) {
            assertThat(events.next().orElseThrow().data().path("now").asText()).isEqualTo("2026-11-23T10:00:02Z");
            assertThat(events.next().orElseThrow().data().path("now").asText()).isEqualTo("2026-11-23T10:00:03Z");
        }
        try (var events = events("", "Last-Event-ID", "7")) {
            assertThat(events.next().orElseThrow().type()).isEqualTo("gap");
        }
        assertThat(events("", "Last-Event-ID", "seven").response().statusCode()).isEqualTo(400);
    }

    @Test
    void noCredentialIsInAnyEvent() {
        var key = "sk-very-secret-0123456789";
        try (var events = events("")) {
            sim.api(key).post("/video/queue?api_key=" + key, Requests.WAN);
            var request = events.next("request");
            assertThat(request.data().toString()).doesNotContain("very-secret");
        }
    }

    @Test
    void aServerThatStopsEndsTheStream() {
        try (var events = events("")) {
            sim.simulator().drain(Duration.ofSeconds(10));
            assertThat(events.next()).isEmpty();
        }
    }

    @Test
    void listenersAreCounted() {
        var streams = new ArrayList<EventStream>();
        try {
            for (var i = 0; i < 64; i++) {
                streams.add(events(""));
            }
            assertThat(sim.control().get("/events").status()).isEqualTo(503);
        } finally {
            streams.forEach(EventStream::close);
        }
    }

    @Test
    void keysLeaveRoomForWhoMayUseTheWholeServer() {
        var streams = new ArrayList<EventStream>();
        var url = sim.simulator().origin() + "/__sim/self/events";
        try {
            for (var i = 0; i < 32; i++) {
                streams.add(EventStream.open(url, "Authorization", "Bearer some-key-" + i));
            }
            var refused = sim.control().with("Authorization", "Bearer one-more").get("/self/events");
            assertThat(refused.status()).isEqualTo(503);
            streams.add(events(""));
            assertThat(streams.get(32).response().statusCode()).isEqualTo(200);
        } finally {
            streams.forEach(EventStream::close);
        }
    }

    @Test
    void theJournalIsFoundByTheRayOfAnyReply() {
        var world = sim.frozenWorld();
        var refused = world.api().post("/video/queue", "{}");
        var ray = refused.header("CF-RAY");
        var found = sim.control().get("/requests/" + ray).json();
        assertThat(found.path("world").asText()).isEqualTo(world.id());
        assertThat(found.path("ray").asText()).isEqualTo(ray);
        assertThat(found.path("status").asInt()).isEqualTo(400);
        assertThat(world.control().get("/requests/" + ray).json().path("n").asInt())
                .isEqualTo(1);
        assertThat(sim.frozenWorld().control().get("/requests/" + ray).status()).isEqualTo(404);
        assertThat(sim.control().get("/requests/0123456789abcdef-AMS").status()).isEqualTo(404);
    }

    @Test
    void theJournalIsReadPageByPage() {
        var world = sim.frozenWorld();
        for (var i = 0; i < 5; i++) {
            world.api().post("/video/queue", "{}");
        }
        assertThat(numbers(world, "")).containsExactly(1, 2, 3, 4, 5);
        assertThat(numbers(world, "?limit=2")).containsExactly(4, 5);
        assertThat(numbers(world, "?limit=2&before=4")).containsExactly(2, 3);
        assertThat(numbers(world, "?limit=2&after=2")).containsExactly(3, 4);
        assertThat(numbers(world, "?limit=0")).isEmpty();
        assertThat(world.control().get("/requests?limit=2").json().path("more").asBoolean())
                .isTrue();
        assertThat(world.control().get("/requests?limit=5").json().path("more").asBoolean())
                .isFalse();
        assertThat(world.control().get("/requests?before=x").status()).isEqualTo(400);
    }

    private static List<Integer> numbers(Sim.World world, String query) {
        var numbers = new ArrayList<Integer>();
        world.control()
                .get("/requests" + query)
                .json()
                .path("requests")
                .forEach(entry -> numbers.add(entry.path("n").asInt()));
        return numbers;
    }

    @Test
    void theJournalIsAnHttpArchiveWithoutCredentials() {
        var world = sim.frozenWorld("\"apiKey\":\"sk-secret-of-the-archive\"");
        world.api().post("/video/queue?x=1&y", Requests.WAN);
        var reply = world.control().get("/requests.har");
        assertThat(reply.header("Content-Disposition")).contains(".har");
        assertThat(reply.text()).doesNotContain("secret-of-the-archive");
        var log = reply.json().path("log");
        assertThat(log.path("version").asText()).isEqualTo("1.2");
        var entry = log.path("entries").path(0);
        assertThat(entry.path("request").path("url").asText()).endsWith("/api/v1/video/queue?x=1&y");
        assertThat(entry.path("request").path("postData").path("text").asText()).contains("wan-2.6-text-to-video");
        assertThat(entry.path("response").path("status").asInt()).isEqualTo(200);
        assertThat(entry.path("response").path("content").path("text").asText()).contains("queue_id");
        assertThat(entry.path("_why")).isNotEmpty();
    }

    @Test
    void tellsAClientWhoseNextRequestIsThereAlreadyAndForgetsItWhenItEnds() throws IOException {
        var port = URI.create(sim.simulator().origin()).getPort();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            for (var path : List.of("/__sim/events", "/__sim/health")) {
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(US_ASCII));
            }
            var reply = socket.getInputStream();
            assertThat(new String(reply.readNBytes(12), US_ASCII)).isEqualTo("HTTP/1.1 200");
            socket.shutdownOutput();
            assertThat(readToItsEnd(reply)).doesNotContain("UP");
        }
    }

    private static String readToItsEnd(InputStream reply) {
        var all = new StringBuilder();
        try {
            for (var next = reply.read(); next >= 0; next = reply.read()) {
                all.append((char) next);
            }
        } catch (IOException e) {
            // a reset ends it as well
        }
        return all.toString();
    }
}
