package dev.venicesim.acceptance.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalOverHttpTest {

    private final Sim sim = Sim.start(config -> config.jobTime("40s"));
    private final Sim.World world = sim.frozenWorld();

    @AfterEach
    void stop() {
        sim.close();
    }

    @Test
    void saysWhyEachAnswerWasGiven() {
        world.api().post("/video/queue", Requests.WAN);
        world.api().post("/video/retrieve", "{\"queue_id\":\"nobody's\",\"model\":\"wan-2.6-text-to-video\"}");

        var requests = world.control().get("/requests").json().path("requests");
        assertThat(requests.path(0).path("n").asInt()).isEqualTo(1);
        assertThat(requests.path(0).path("at").asText()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(requests.path(0).path("by").asText()).isEqualTo("simulator");
        assertThat(requests.path(0).path("path").asText()).isEqualTo("/api/v1/video/queue");
        assertThat(requests.path(0).path("why").toString()).contains("quoted and charged 0.55 USD");
        assertThat(requests.path(1).path("status").asInt()).isEqualTo(404);
        assertThat(requests.path(1).path("why")).isNotEmpty();
    }

    @Test
    void filtersByEndpointAndStatus() {
        world.api().post("/video/queue", Requests.WAN);
        world.api().post("/video/queue", "{}");
        world.api().post("/video/retrieve", "{}");

        assertThat(world.control().get("/requests?endpoint=queue").json().path("requests"))
                .hasSize(2);
        assertThat(world.control()
                        .get("/requests?endpoint=queue&status=200")
                        .json()
                        .path("requests"))
                .hasSize(1);
    }

    @Test
    void keepsNoSecretOfHeadersAndUrls() {
        var secretly = world.api().with("Api-Key", "SECRET-1").with("X-Auth-Token", "SECRET-2");
        secretly.post("/video/queue", """
                {"model":"wan-2.6-image-to-video","prompt":"a gondola","duration":"5s","resolution":"720p",
                 "image_url":"https://user:SECRET-3@e.example/a.png?X-Amz-Signature=SECRET-4&sig=SECRET-5"}""");
        secretly.get("/models?type=video&token=SECRET-6&api_key=SECRET-7");
        for (var path : List.of("/requests", "/requests/1", "/requests.har", "/run", "/pact")) {
            assertThat(world.control().get(path).text())
                    .as(path)
                    .contains("e.example")
                    .doesNotContain("SECRET-");
        }
    }

    @Test
    void keepsAKeyNowhereButAsItsMask() {
        var key = "Own-Key-4714-abcdef";
        var sender = sim.api(key).with("X-Foo", key).with("Referer", "https://e.example/" + key);
        sender.post("/video/queue", Requests.wan("say " + key));
        sender.post(
                "/video/queue?k=" + key,
                "{\"model\":\"" + key + "\",\"password\":\"SECRET-1\",\"api_key\":\"SECRET-2\"}");
        sender.with("X-Venice-Key", "SECRET-3")
                .with("Authorization-Backup", "SECRET-4")
                .get("/video/" + key);
        var control = sim.root();
        for (var path :
                List.of("/requests", "/requests/1", "/requests/2", "/requests/3", "/requests.har", "/run", "/pact")) {
            assertThat(control.get("/__sim/worlds/" + key + path).text())
                    .as(path)
                    .contains("***")
                    .doesNotContain(key);
        }
        for (var path : List.of("/requests", "/requests/2", "/requests/3", "/requests.har")) {
            assertThat(control.get("/__sim/worlds/" + key + path).text())
                    .as(path)
                    .doesNotContain("SECRET-");
        }
        assertThat(control.get("/__sim/worlds/" + key + "/findings").text()).contains("key-in-url");
    }

    @Test
    void takesAPathForAName() {
        world.api().post("/video/complete", "{}");

        for (var endpoint : List.of("complete", "/video/complete", "/api/v1/video/complete")) {
            assertThat(world.control()
                            .get("/requests?endpoint=" + endpoint)
                            .json()
                            .path("requests"))
                    .as(endpoint)
                    .hasSize(1);
        }
        assertThat(world.control().get("/requests?endpoint=/video/queue").json().path("requests"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint=compleet, 'no endpoint is called \"compleet\"; there are quote, queue, retrieve, complete'",
        "endpoint=/video/compleet, 'no endpoint is called \"/video/compleet\"'",
        "endpont=complete, 'no query parameter is called \"endpont\" here; there are after, before, count, endpoint, limit, sender, status, wait'",
    })
    void refusesWhatItDoesNotKnow(String query, String says) {
        var refused = world.control().get("/requests?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().path("detail").asText()).contains(says);
    }

    @Test
    void refusesAParameterWhereThereAreNone() {
        assertThat(world.control().get("/jobs?limit=3").json().path("detail").asText())
                .isEqualTo("no query parameter is called \"limit\" here; there are none");
    }

    @Test
    void showsBodiesWithCredentialsMasked() {
        world.api().post("/video/queue", Requests.WAN);

        var request = world.control().get("/requests/1");
        assertThat(request.json().path("request").path("body").path("prompt").asText())
                .isEqualTo("a gondola");
        assertThat(request.json().path("reply").path("body").path("queue_id").asText())
                .isNotEmpty();
        assertThat(request.text()).contains("Bearer ").doesNotContain(world.apiKey());
    }

    @Test
    void aKeyOfOneLetterLeavesThatLetterElsewhere() {
        var small = sim.frozenWorld("\"apiKey\":\"a\"");
        small.api().post("/video/queue", Requests.WAN);

        var shown = small.control().get("/requests/1").json();
        assertThat(shown.at("/request/body/prompt").asText()).isEqualTo("a gondola");
        assertThat(shown.path("path").asText()).isEqualTo("/api/v1/video/queue");
        assertThat(shown.at("/request/headers/Authorization").asText()).startsWith("Bearer ***");
        assertThat(shown.path("sender").asText()).startsWith("***");
    }

    @Test
    void linesSayWhoAskedWhatAndWhen() {
        world.api().get("/models?type=video&api_key=" + "sk-" + "0123456789abcdef");
        var ticket = Requests.ticket(world.api().post("/video/queue", Requests.wan("[sim:fail]")));
        world.advance("40s");
        world.api().post("/video/complete", ticket);
        world.api().post("/video/complete", ticket);

        var requests = world.control().get("/requests").json().path("requests");
        assertThat(requests.path(0).path("query").asText()).startsWith("type=video&api_key=***");
        assertThat(requests.path(0).path("sender").asText())
                .isEqualTo(requests.path(1).path("sender").asText())
                .contains("***");
        assertThat(requests.path(1).path("why").toString()).contains("; done in 40s\"");
        assertThat(requests.path(2).path("why").toString())
                .contains("the job ended without a video; there was nothing to delete")
                .doesNotContain("the media are deleted");
        assertThat(requests.path(3).path("why").toString())
                .contains("nothing was left to delete: it was completed, and had no media");
    }

    @Test
    void showsMediaAsHashAndSize() throws Exception {
        var small = "not quite a picture, and long enough to be one ".repeat(8).getBytes(StandardCharsets.UTF_8);
        var large = new byte[300_000];
        for (var picture : new byte[][] {small, large}) {
            var url = "data:image/png;base64," + Base64.getEncoder().encodeToString(picture);
            world.api()
                    .post(
                            "/video/queue",
                            Requests.WAN.replace("\"prompt\"", "\"image_url\":\"" + url + "\",\"prompt\""));
        }

        var requests = world.control().get("/requests").json().path("requests");
        for (int i = 0; i < 2; i++) {
            var shown = world.control()
                    .get("/requests/" + requests.path(i).path("n").asInt())
                    .json();
            var medium = shown.path("request").path("body").path("image_url");
            var bytes = i == 0 ? small : large;
            assertThat(medium.path("sha256").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            assertThat(medium.path("bytes").asInt()).isEqualTo(bytes.length);
            assertThat(medium.path("type").asText()).isEqualTo("image/png");
        }
    }

    @Test
    void showsADeliveredVideoAsHashAndSize() throws Exception {
        var ticket = Requests.ticket(world.api().post("/video/queue", Requests.WAN));
        world.advance("40s");
        var video = world.api().post("/video/retrieve", ticket).bytes();

        var body = world.control().get("/requests/2").json().path("reply").path("body");
        assertThat(body.path("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(video)));
        assertThat(body.path("bytes").asInt()).isEqualTo(video.length);
    }

    @Test
    void waitsForACountWithoutPolling() {
        var waiting =
                CompletableFuture.supplyAsync(() -> world.control().get("/requests?endpoint=queue&wait=5m&count=2"));
        world.api().post("/video/queue", Requests.WAN);
        assertThat(waiting).isNotDone();
        world.api().post("/video/queue", Requests.WAN);

        assertThat(waiting.join().json().path("requests")).hasSize(2);
    }

    @Test
    void answersWithWhatThereIsWhenTheWaitIsOver() {
        world.api().post("/video/queue", Requests.WAN);

        assertThat(world.control().get("/requests?wait=50ms&count=2").json().path("requests"))
                .hasSize(1);
    }

    @Test
    void refusesAWaitItCannotRead() {
        var answer = world.control().get("/requests?wait=soon");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("soon");
    }

    @Test
    void keepsRequestsThatReachNoOperation() {
        world.api().get("/video/retrieve?id=1");
        world.api().post("/video/cancel", "{}");
        world.api().post("/video/queue", " ".repeat(35 * 1024 * 1024 + 1));

        var requests = world.control().get("/requests").json().path("requests");
        assertThat(requests)
                .extracting(request -> request.path("status").asInt())
                .containsExactly(405, 404, 413);
        assertThat(requests)
                .extracting(request -> request.path("endpoint").asText())
                .containsExactly("unknown", "unknown", "queue");
        assertThat(requests)
                .allSatisfy(request -> assertThat(request.path("why")).isNotEmpty());
    }

    @Test
    void keepsWhatANewKeyIsToldInTheAnonymousWorld() {
        new Http(sim.simulator().baseUrl())
                .with("Authorization", "Bearer never-seen")
                .post("/video/retrieve", "{\"queue_id\":\"x\",\"model\":\"wan-2.6-text-to-video\"}");

        var requests = sim.control().get("/worlds/anonymous/requests").json().path("requests");
        assertThat(requests).hasSize(1);
        assertThat(requests.path(0).path("status").asInt()).isEqualTo(404);
    }
}
