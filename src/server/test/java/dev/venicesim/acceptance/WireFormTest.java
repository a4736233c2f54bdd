package dev.venicesim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers, methods, media types and the life of media, as the API's documents have them. */
class WireFormTest {

    private static final String TOO_LARGE = " ".repeat(35 * 1024 * 1024 + 1);

    private static final Sim SIM = Sim.start(config -> config.jobTime("40s"));

    @AfterAll
    static void close() {
        SIM.close();
    }

    @Test
    void sendsTheHeadersOfEveryReply() {
        var quoted = SIM.api().post("/video/quote", Requests.WAN);
        assertThat(quoted.header("Content-Type")).startsWith("application/json");
        assertThat(quoted.header("Date")).endsWith("GMT");
        assertThat(quoted.header("CF-RAY")).matches("[0-9a-f]{16}-[A-Z]{3}");
        assertThat(quoted.header("x-venice-version")).isEqualTo("20260617.005428");
        assertThat(quoted.header("x-venice-model-id")).isEqualTo("wan-2.6-text-to-video");
        assertThat(quoted.header("x-venice-balance-usd")).isEmpty();
        var queued = SIM.frozenWorld().api().post("/video/queue", Requests.WAN);
        assertThat(queued.header("x-venice-balance-usd")).isEqualTo("100");
        assertThat(queued.json().path("queue_id").asText())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void letsABrowserPageCall() {
        var preflight = SIM.api()
                .with("Origin", "https://docs.venice.ai")
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,content-type")
                .send("OPTIONS", "/video/quote", new byte[0]);
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualTo("authorization,content-type");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
        var bad = SIM.api().with("Origin", "https://docs.venice.ai").post("/video/quote", "{}");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @ParameterizedTest
    @CsvSource({
        "video,99,video",
        "all,99,all",
        "image,0,image",
        "'',0,text",
    })
    void listsModelsWithAndWithoutAKey(String type, int count, String echoed) {
        var path = type.isEmpty() ? "/models" : "/models?type=" + type;
        for (var client : new Http[] {SIM.api(), SIM.api("lister"), SIM.api("bad-lister")}) {
            var list = client.get(path);
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.json().path("data")).hasSize(count);
            assertThat(list.json().path("type").asText()).isEqualTo(echoed);
            assertThat(list.json().path("object").asText()).isEqualTo("list");
        }
    }

    @Test
    void answersTraitsAndCompatibilityMapping() {
        assertThat(SIM.api().get("/models/traits?type=video").text())
                .isEqualTo("{\"data\":{},\"object\":\"list\",\"type\":\"video\"}");
        assertThat(SIM.api().get("/models/compatibility_mapping?type=video").text())
                .isEqualTo("{\"data\":{},\"object\":\"list\",\"type\":\"video\"}");
        assertThat(SIM.api().get("/models?type=bad").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"/models/traits", "/models/compatibility_mapping"})
    void refusesABadKeyAndATypeThatOnlyTheModelListKnows(String path) {
        assertThat(SIM.api("lister").get(path + "?type=video").status()).isEqualTo(200);
        var unknown = SIM.api("bad-lister").get(path + "?type=video");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo("{\"error\":\"Authentication failed\"}");
        var all = SIM.api().get(path + "?type=all");
        assertThat(all.status()).isEqualTo(400);
        assertThat(all.json().path("issues").path(0).path("message").asText())
                .isEqualTo(
                        "Invalid enum value. Expected 'asr' | 'embedding' | 'image' | 'music' | 'text' | 'tts' | 'upscale' | 'inpaint' | 'video', received 'all'");
    }

    @Test
    void answersUnknownPathsAndWrongMethodsInTheApisForm() {
        var chat = SIM.api("k").post("/chat/completions", "{}");
        assertThat(chat.status()).isEqualTo(404);
        assertThat(chat.json().path("error").asText()).contains("/api/v1/chat/completions", "not simulated", "stub");
        var wrong = SIM.api("k").get("/video/retrieve?id=1");
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).isEqualTo("POST");
        assertThat(wrong.json().path("error").isTextual()).isTrue();
        for (var stray : List.of(chat, wrong, SIM.api("k").post("/video/queue", TOO_LARGE))) {
            assertThat(stray.header("CF-RAY")).isNotEmpty();
            assertThat(stray.header("x-venice-version")).isEqualTo("20260617.005428");
            assertThat(stray.header("Access-Control-Allow-Origin")).isEqualTo("*");
        }
        assertThat(SIM.root().get("/").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"gzip", "br, GZIP;q=0.5", "deflate,gzip , *;q=0"})
    void shortensLongRepliesForWhoTakesGzip(String accepted) throws IOException {
        var plain = SIM.api().get("/models?type=video");
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
        var client = SIM.api("squeezed").with("Accept-Encoding", accepted);
        var shorter = client.get("/models?type=video");
        assertThat(shorter.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(shorter.bytes()).hasSizeLessThan(plain.bytes().length / 4);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(shorter.bytes()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.bytes());
        }
        assertThat(client.post("/video/quote", Requests.WAN).text()).isEqualTo("{\"quote\":0.55}");
        assertThat(client.send("HEAD", "/models?type=video", new byte[0]).header("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"identity", "br", "gzip;q=0", "gzip; q=0.000,br"})
    void leavesRepliesAsTheyAreForWhoDoesNot(String accepted) {
        var plain = SIM.api().with("Accept-Encoding", accepted).get("/models?type=video");
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(plain.json().path("data")).hasSize(99);
    }

    @Test
    void servesTheVideoInParts() {
        var world = SIM.frozenWorld();
        var ticket = finished(world);
        var whole = world.api().post("/video/retrieve", ticket);
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        var part = world.api().with("Range", "bytes=100-199").post("/video/retrieve", ticket);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 100-199/" + whole.bytes().length);
        assertThat(part.bytes()).isEqualTo(java.util.Arrays.copyOfRange(whole.bytes(), 100, 200));
        var tail = world.api().with("Range", "bytes=-10").post("/video/retrieve", ticket);
        assertThat(tail.bytes()).hasSize(10);
        var beyond = world.api().with("Range", "bytes=999999999-").post("/video/retrieve", ticket);
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + whole.bytes().length);
    }

    @Test
    void keepsTheVideoOfALinkWhenARetrieveAsksForItsDeletion() {
        var world = SIM.frozenWorld();
        var queued = world.api().post("/video/queue", Requests.PRIVATE_GROK);
        world.advance("40s");
        var ticket = Requests.ticket(queued).replace("}", ",\"delete_media_on_completion\":true}");
        for (var poll = 0; poll < 2; poll++) {
            var status = world.api().post("/video/retrieve", ticket);
            assertThat(status.json().path("status").asText()).isEqualTo("COMPLETED");
        }
        var link = new Http(queued.json().path("download_url").asText());
        assertThat(link.get("").header("Content-Type")).isEqualTo("video/mp4");
    }

    @Test
    void deletesMediaAfterAWholeDeliveryOnly() {
        var world = SIM.frozenWorld();
        var ticket = finished(world).replace("}", ",\"delete_media_on_completion\":true}");
        assertThat(world.api()
                        .with("Range", "bytes=0-9")
                        .post("/video/retrieve", ticket)
                        .status())
                .isEqualTo(206);
        assertThat(world.api().post("/video/retrieve", ticket).status()).isEqualTo(200);
        var gone = world.api().post("/video/retrieve", ticket);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.text())
                .isEqualTo(
                        "{\"error\":\"Media could not be found. Request may may be invalid, expired, or deleted.\"}");
    }

    @Test
    void completesIdempotentlyButNotARunningOrUnknownJob() {
        var world = SIM.frozenWorld();
        var running = Requests.ticket(world.api().post("/video/queue", Requests.WAN));
        assertThat(world.api().post("/video/complete", running).text()).isEqualTo("{\"success\":false}");
        assertThat(world.api()
                        .post("/video/retrieve", running)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("PROCESSING");
        world.advance("40s");
        assertThat(world.api().post("/video/complete", running).text()).isEqualTo("{\"success\":true}");
        assertThat(world.api().post("/video/complete", running).text()).isEqualTo("{\"success\":true}");
        var unknown =
                world.api().post("/video/complete", "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"nobody\"}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).isEqualTo("{\"error\":\"Request ID is invalid.\"}");
    }

    @Test
    void doesNotFindAJobUnderAnotherModelOrAnotherKey() {
        var world = SIM.frozenWorld();
        var ticket = finished(world);
        assertThat(world.api()
                        .post("/video/retrieve", ticket.replace("wan-2.6-text-to-video", "wan-2-7-text-to-video"))
                        .status())
                .isEqualTo(404);
        assertThat(SIM.api("stranger").post("/video/retrieve", ticket).status()).isEqualTo(404);
    }

    @Test
    void givesTheSameBytesForTheSameJob() {
        var world = SIM.frozenWorld();
        var ticket = finished(world);
        assertThat(world.api().post("/video/retrieve", ticket).bytes())
                .isEqualTo(world.api().post("/video/retrieve", ticket).bytes());
    }

    @Test
    void refusesABodyThatIsNotDeclaredJson() {
        var text = SIM.api("k").with("Content-Type", "text/plain");
        var refused = text.send("POST", "/video/queue", Requests.WAN.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.text()).isEqualTo("{\"error\":\"Invalid request content-type\"}");
    }

    private static String finished(Sim.World world) {
        var queued = world.api().post("/video/queue", Requests.WAN);
        assertThat(queued.status()).as("%s", queued).isEqualTo(200);
        world.advance("40s");
        return Requests.ticket(queued);
    }
}
