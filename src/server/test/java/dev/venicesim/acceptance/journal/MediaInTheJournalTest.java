package dev.venicesim.acceptance.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Media never stand in the journal, however short they are and wherever they are sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaInTheJournalTest {

    /** The smallest PNG: one pixel. */
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final String BASE64 = Base64.getEncoder().encodeToString(PIXEL);
    private static final String URL = "data:image/png;base64," + BASE64;

    /** Whatever stands of it in a journal stands with these letters. */
    private static final String TRACE = "iVBORw0K";

    @AutoClose
    private final Sim sim = Sim.start();

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** All that can be read of a world's requests. */
    private static String journal(Sim.World world) {
        var list = world.control().get("/requests");
        var all = new StringBuilder(list.text());
        list.json()
                .path("requests")
                .forEach(request -> all.append(world.control()
                        .get("/requests/" + request.path("n").asInt())
                        .text()));
        return all.append(world.control().get("/findings").text()).toString();
    }

    @Test
    void aShortDataUrlBecomesHashSizeAndType() throws Exception {
        var world = sim.world("");
        world.api()
                .post("/video/queue", Requests.WAN.replace("\"prompt\"", "\"image_url\":\"" + URL + "\",\"prompt\""));

        var medium = world.control().get("/requests/1").json().at("/request/body/image_url");
        assertThat(medium.path("sha256").asText()).isEqualTo(hash(PIXEL));
        assertThat(medium.path("bytes").asInt()).isEqualTo(PIXEL.length);
        assertThat(medium.path("type").asText()).isEqualTo("image/png");
        assertThat(journal(world)).doesNotContain(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"image_url\":\"%s\"}",
                "{\"image_url\":\"DATA:image/png;BASE64,#\"}",
                "{\"image_url\":\"\\u0064ata:image/png;base64,#\"}",
                "{\"image_url\":\"data:;base64,#\"}",
                "{\"image_url\":\"data:image/png,#\"}",
                "{\"image_url\":\"data:image/png;base64,#!\"}",
                "{\"image\":\"#\"}",
                "{\"images\":[[{\"b64_json\":\"#\"}]]}",
                "{\"prompt\":\"make it like %s please\"}",
                "{\"%s\":1}",
                "{\"image_url\":\"%s\"",
                "image=%s",
                "<img src=\"%s\">",
                "#",
            })
    void noFormOfABodyKeepsOne(String form) {
        var world = sim.world("");
        var body = form.replace("%s", URL).replace("#", BASE64);
        for (var type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded", "")) {
            var client = type.isEmpty() ? world.api() : world.api().with("Content-Type", type);
            client.send("POST", "/video/queue", body.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(journal(world)).doesNotContain(TRACE).contains("sha256");
    }

    @Test
    void formsWithFilesBecomeHashAndSize() throws Exception {
        var world = sim.world("");
        var form = "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n" + new String(PIXEL, StandardCharsets.ISO_8859_1) + "\r\n--b--\r\n";
        var bytes = form.getBytes(StandardCharsets.ISO_8859_1);
        world.api().with("Content-Type", "multipart/form-data; boundary=b").send("POST", "/image/upscale", bytes);
        world.api().with("Content-Type", "application/json").send("POST", "/video/queue", PIXEL);

        var upscale = world.control().get("/requests/1").json().at("/request/body");
        assertThat(upscale.path("sha256").asText()).isEqualTo(hash(bytes));
        assertThat(upscale.path("bytes").asInt()).isEqualTo(bytes.length);
        assertThat(upscale.path("type").asText()).startsWith("multipart/form-data");
        var bare = world.control().get("/requests/2").json().at("/request/body");
        assertThat(bare.path("sha256").asText()).isEqualTo(hash(PIXEL));
        assertThat(journal(world)).doesNotContain("IHDR");
    }

    @Test
    void addressesAndHeadersKeepNoneEither() {
        var world = sim.world("");
        world.api().get("/models?type=video&image=" + URLEncoder.encode(URL, StandardCharsets.UTF_8));
        world.api().get("/models?image=" + URL);
        world.api().get("/" + URL);
        world.api().get("/nothing/" + URLEncoder.encode(URL, StandardCharsets.UTF_8));
        world.api().get("/nothing/data%3Aimage%2Fpng%3Bbase64%2C++++");
        world.api().with("X-Image", URL).get("/models?type=video");

        assertThat(world.control().get("/requests").json().path("requests")).hasSize(6);
        assertThat(journal(world))
                .doesNotContain(TRACE)
                .contains("medium+image%2Fpng", "medium image/png", "medium+image%2Fpng%2C+3+bytes");
    }

    @Test
    void whatAStubRepliesIsKeptLikewise() {
        try (var stubbed = Sim.start()) {
            var mapping = "{\"request\":{\"method\":\"POST\",\"urlPath\":\"/api/v1/image/generate\"},"
                    + "\"response\":{\"status\":200,\"headers\":{\"Content-Type\":\"application/json\"},"
                    + "\"jsonBody\":{\"images\":[\"" + BASE64 + "\"]}}}";
            assertThat(stubbed.root()
                            .post("/__sim/stubs/__admin/mappings", mapping)
                            .status())
                    .isEqualTo(201);
            var world = stubbed.world("");
            assertThat(world.api().post("/image/generate", "{}").text()).contains(TRACE);

            assertThat(journal(world)).doesNotContain(TRACE).contains("sha256");
        }
    }

    @Test
    void wordsThatLookAlikeStayAsTheyAre() {
        var world = sim.world("");
        var prompt = "metadata: a chart of data: one, two; datatype:image/png, and a word of letters";
        world.api().post("/video/queue", Requests.wan(prompt));

        assertThat(world.control()
                        .get("/requests/1")
                        .json()
                        .at("/request/body/prompt")
                        .asText())
                .isEqualTo(prompt);
    }
}
