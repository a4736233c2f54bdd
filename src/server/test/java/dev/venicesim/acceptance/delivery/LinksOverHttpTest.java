package dev.venicesim.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksOverHttpTest {

    @AutoClose
    private final Sim sim = Sim.start(config -> config.jobTime("10s").trustForwarded(true));

    private record Link(Sim.World world, String url) {
        Http http() {
            return new Http(url);
        }

        Http from(String address) {
            return http().with("X-Forwarded-For", address);
        }
    }

    private Link queued(String... settings) {
        var world = sim.frozenWorld(settings);
        var reply = world.api().post("/video/queue", Requests.PRIVATE_GROK);
        return new Link(world, reply.json().path("download_url").asText());
    }

    private Link finished() {
        var link = queued();
        link.world().advance("10s");
        return link;
    }

    private Link playing(String scenario) {
        return playing(scenario, Requests.PRIVATE_GROK);
    }

    private Link playing(String scenario, String request) {
        var world = sim.frozenWorld();
        assertThat(world.control().put("/scenario", scenario).status()).isEqualTo(200);
        var reply = world.api().post("/video/queue", request);
        world.advance("10s");
        return new Link(world, reply.json().path("download_url").asText());
    }

    /** Waits until the server knows that a reader is gone, which it learns when it can write no more. */
    private static void awaitOpen(Link link) {
        for (int status = 0; status != 200; ) {
            status = link.http().send("HEAD", "", new byte[0]).status();
        }
    }

    @Test
    void opensWhenTheJobEndsAndNotAMillisecondBefore() {
        var link = queued();
        link.world().advance("9999ms");
        assertThat(link.http().get("").status()).isEqualTo(404);
        link.world().advance("1ms");
        var file = link.http().get("");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(file.header("Content-Length")).isEqualTo("" + file.bytes().length);
    }

    @Test
    void livesTwentyFourHoursFromTheQueueCallToTheMillisecond() {
        var link = queued();
        link.world().advance("86399999ms");
        assertThat(link.http().send("HEAD", "", new byte[0]).status()).isEqualTo(200);
        link.world().advance("1ms");
        assertThat(link.http().get("").status()).isEqualTo(410);
        assertThat(link.http().send("HEAD", "", new byte[0]).status()).isEqualTo(410);
    }

    @Test
    void delivers5WholeFilesAndThenNoMore() {
        var link = finished();
        for (int i = 0; i < 5; i++) {
            assertThat(link.http().get("").status()).isEqualTo(200);
        }
        assertThat(link.http().get("").status()).isEqualTo(410);
    }

    @Test
    void countsNeitherHeadNorPartsNorUnchangedFiles() {
        var link = playing("links: { fetches: 1, perMinute: 100 }\njobTime: 10s");
        var etag = link.http().send("HEAD", "", new byte[0]).header("ETag");
        assertThat(link.http().with("Range", "bytes=0-99").get("").status()).isEqualTo(206);
        assertThat(link.http().with("Range", "bytes=100-").get("").status()).isEqualTo(206);
        var unchanged = link.http().with("If-None-Match", etag).get("");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header("ETag")).isEqualTo(etag);
        assertThat(unchanged.bytes()).isEmpty();
        assertThat(link.http().with("If-None-Match", "\"other\"").get("").status())
                .isEqualTo(200);
        assertThat(link.http().get("").status()).isEqualTo(410);
    }

    @Test
    void servesRangesAsTheyAreAskedFor() {
        var link = playing("links: { fetches: 100, perMinute: 100 }\njobTime: 10s");
        var whole = link.http().get("").bytes();
        var etag = link.http().get("").header("ETag");
        var middle = link.http().with("Range", "bytes=10-19").get("");
        assertThat(middle.header("Content-Range")).isEqualTo("bytes 10-19/" + whole.length);
        assertThat(middle.bytes()).isEqualTo(Arrays.copyOfRange(whole, 10, 20));
        var tail = link.http().with("Range", "bytes=-7").get("");
        assertThat(tail.bytes()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 7, whole.length));
        var past = link.http().with("Range", "bytes=" + whole.length + "-").get("");
        assertThat(past.status()).isEqualTo(416);
        assertThat(past.header("Content-Range")).isEqualTo("bytes */" + whole.length);
        var range = link.http().with("Range", "bytes=0-9");
        assertThat(range.with("If-Range", etag).get("").status()).isEqualTo(206);
        assertThat(range.with("If-Range", "\"other\"").get("").bytes()).isEqualTo(whole);
    }

    @Test
    void aClientThatHangsUpHalfWayUsesNothingUp() {
        var link = playing(
                "links: { fetches: 1 }\njobTime: 10s",
                Requests.PRIVATE_GROK.replace("480p", "720p").replace("5s", "15s"));
        var length = Long.parseLong(link.http().send("HEAD", "", new byte[0]).header("Content-Length"));
        // what the two kernels hold between them has been sent, as far as a server can know
        assertThat(length).isGreaterThan(400_000);
        try (var wire = Wire.to(sim).get(link.url())) {
            assertThat(wire.some(2000)).hasSize(2000);
        }
        awaitOpen(link);
        assertThat(link.http().get("").status()).isEqualTo(200);
        assertThat(link.http().get("").status()).isEqualTo(410);
    }

    @Test
    void whoComeAtOnceGetNoMoreThanWhoComeInTurn() {
        var link = playing(
                "links: { fetches: 1, perMinute: 100 }\njobTime: 10s",
                Requests.PRIVATE_GROK.replace("480p", "720p").replace("5s", "15s"));
        try (var first = Wire.to(sim).get(link.url())) {
            assertThat(first.some(2000)).hasSize(2000);
            // the first has the only read and has not ended
            assertThat(link.http().get("").status()).isEqualTo(410);
            assertThat(link.http().with("Range", "bytes=0-").get("").status()).isEqualTo(410);
        }
        awaitOpen(link);
        assertThat(link.http().get("").status()).isEqualTo(200);
        assertThat(link.http().get("").status()).isEqualTo(410);
    }

    @Test
    void answers10GetsAMinuteAndRefusesTheEleventh() {
        var link = queued();
        for (int i = 0; i < 10; i++) {
            assertThat(link.http().get("").status()).isEqualTo(404);
        }
        assertThat(link.http().get("").status()).isEqualTo(429);
        link.world().advance("59999ms");
        assertThat(link.http().get("").status()).isEqualTo(429);
        link.world().advance("1ms");
        assertThat(link.http().get("").status()).isEqualTo(200);
    }

    @Test
    void toleratesOneChangeOfAddress() {
        var link = finished();
        assertThat(link.from("203.0.113.1").get("").status()).isEqualTo(200);
        assertThat(link.from("203.0.113.2").get("").status()).isEqualTo(200);
        assertThat(link.from("203.0.113.3").get("").status()).isEqualTo(410);
        assertThat(link.from("203.0.113.1").get("").status()).isEqualTo(200);
    }

    @Test
    void ignoresForwardedAddressesUnlessTold() {
        try (var plain = Sim.start(config -> config.jobTime("1s"))) {
            var world = plain.frozenWorld();
            var url = world.api()
                    .post("/video/queue", Requests.PRIVATE_GROK)
                    .json()
                    .path("download_url")
                    .asText();
            world.advance("1s");
            for (var host = 1; host <= 4; host++) {
                var answer = new Http(url)
                        .with("X-Forwarded-For", "203.0.113." + host)
                        .get("");
                assertThat(answer.status()).isEqualTo(200);
            }
        }
    }

    @Test
    void endsByDeleteHoweverOften() {
        var link = finished();
        assertThat(link.http().delete("").status()).isEqualTo(204);
        assertThat(link.http().delete("").status()).isEqualTo(204);
        assertThat(link.http().get("").status()).isEqualTo(410);
    }

    @Test
    void takesEveryNumberFromTheScenario() {
        var link = playing("links: { lifetime: 30s, fetches: 2, perMinute: 3, addresses: 1 }\njobTime: 10s");
        assertThat(link.from("203.0.113.1").get("").status()).isEqualTo(200);
        assertThat(link.from("203.0.113.2").get("").status()).isEqualTo(410);
        assertThat(link.from("203.0.113.1").get("").status()).isEqualTo(200);
        assertThat(link.from("203.0.113.1").get("").status()).isEqualTo(429);
        link.world().advance("19999ms");
        assertThat(link.from("203.0.113.1").send("HEAD", "", new byte[0]).status())
                .isEqualTo(410);
        link.world().advance("1ms");
        assertThat(link.from("203.0.113.1").get("").text())
                .isNotEqualTo(link.http().get("").text() + "x");
        assertThat(link.from("203.0.113.1").get("").status()).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "longer", "flipped", "empty", "foreign", "path"})
    void aTokenThatIsNotOursLearnsNothing(String kind) {
        var link = finished();
        var token = link.url().substring(link.url().lastIndexOf('/') + 1);
        var flipped = token.charAt(20) == 'A' ? 'B' : 'A';
        var forged = switch (kind) {
            case "cut" -> token.substring(0, token.length() - 1);
            case "longer" -> token + "A";
            case "flipped" -> token.substring(0, 20) + flipped + token.substring(21);
            case "empty" -> "";
            case "foreign" -> foreignToken();
            default -> "../../../etc/passwd";
        };
        var answer = sim.root().get("/v1/share/read/" + forged);
        var nowhere = sim.root().get("/v1/share/read/AAAA");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo(nowhere.text());
        assertThat(answer.response().headers().map().keySet())
                .isEqualTo(nowhere.response().headers().map().keySet());
    }

    /** Signed, but by another server. */
    private static String foreignToken() {
        try (var other = Sim.start()) {
            var url = other.frozenWorld()
                    .api()
                    .post("/video/queue", Requests.PRIVATE_GROK)
                    .json()
                    .path("download_url")
                    .asText();
            return url.substring(url.lastIndexOf('/') + 1);
        }
    }

    @Test
    void isNotKnownToAServerThatHasLostTheJobThoughItSignedTheLink() {
        var secret = "a secret of at least sixteen";
        String path;
        try (var before = Sim.start(config -> config.linkSecret(secret))) {
            var url = before.frozenWorld()
                    .api()
                    .post("/video/queue", Requests.PRIVATE_GROK)
                    .json()
                    .path("download_url")
                    .asText();
            path = url.substring(before.simulator().origin().length());
            assertThat(before.root().delete(path).status()).isEqualTo(204);
        }
        try (var after = Sim.start(config -> config.linkSecret(secret))) {
            assertThat(after.root().get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void saysNothingOfTheKeyInTheLink() {
        var link = queued("\"apiKey\":\"sk-very-secret-key\"");
        var token = link.url().substring(link.url().lastIndexOf('/') + 1);
        var read = new String(
                java.util.Base64.getUrlDecoder().decode(token), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(link.url() + read).doesNotContain("secret").doesNotContain("sk-");
    }
}
