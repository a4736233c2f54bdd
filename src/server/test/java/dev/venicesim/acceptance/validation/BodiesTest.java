package dev.venicesim.acceptance.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as they come over the wire: whole, cut, too large, of another type, or no JSON at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodiesTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int LARGEST = 35 * MEBIBYTE;
    private static final String JSON = "Content-Type: application/json";
    private static final String TOO_LARGE =
            "{\"code\":\"PAYLOAD_TOO_LARGE\",\"error\":\"Request body exceeds the maximum allowed size.\"}";
    private static final byte[] BLANKS = blanks(MEBIBYTE);

    @AutoClose
    private final Sim sim = Sim.start(config -> config.limits(false));

    private static byte[] blanks(int length) {
        var blanks = new byte[length];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    private RawHttp raw() {
        return RawHttp.to(sim.simulator().origin());
    }

    @Test
    void takesABodyOfExactlyTheLargestSize() throws IOException {
        try (var raw = raw()) {
            raw.head("sk-full", JSON, "Content-Length: " + LARGEST).write(Requests.WAN);
            raw.write(BLANKS, 34).write(blanks(MEBIBYTE - Requests.WAN.getBytes(UTF_8).length), 1);
            assertThat(raw.read().status()).isEqualTo(200);
        }
    }

    @Test
    void takesAChunkedBodyOfExactlyTheLargestSize() throws IOException {
        try (var raw = raw()) {
            raw.head("sk-chunked", JSON, "Transfer-Encoding: chunked").chunk(Requests.WAN.getBytes(UTF_8));
            for (var i = 0; i < 34; i++) {
                raw.chunk(BLANKS);
            }
            raw.chunk(blanks(MEBIBYTE - Requests.WAN.getBytes(UTF_8).length)).write("0\r\n\r\n");
            assertThat(raw.read().status()).isEqualTo(200);
        }
    }

    @Test
    void refusesOneByteMoreAndTheClientReadsSo() throws IOException {
        try (var raw = raw()) {
            raw.head("sk-over", JSON, "Content-Length: " + (LARGEST + 1))
                    .write(BLANKS, 35)
                    .write(" ");
            assertThat(raw.read()).isEqualTo(new RawHttp.Reply(413, TOO_LARGE));
        }
    }

    @Test
    void refusesOneByteMoreInChunksAndTheClientReadsSo() throws IOException {
        try (var raw = raw()) {
            raw.head("sk-overchunked", JSON, "Transfer-Encoding: chunked");
            for (var i = 0; i < 35; i++) {
                raw.chunk(BLANKS);
            }
            raw.chunk(blanks(1)).write("0\r\n\r\n");
            assertThat(raw.read()).isEqualTo(new RawHttp.Reply(413, TOO_LARGE));
        }
    }

    @Test
    void answersAnEndlessBodyWhileItStillComes() throws IOException {
        try (var raw = raw()) {
            raw.head("sk-endless", JSON, "Transfer-Encoding: chunked");
            for (var i = 0; i < 36; i++) {
                raw.chunk(BLANKS);
            }
            assertThat(raw.read()).isEqualTo(new RawHttp.Reply(413, TOO_LARGE));
        }
    }

    @Test
    void refusesAnAnnouncedGiantBeforeItIsSent() throws IOException {
        try (var raw = raw()) {
            raw.head("sk-giant", JSON, "Content-Length: 99999999999", "Expect: 100-continue");
            assertThat(raw.read()).isEqualTo(new RawHttp.Reply(413, TOO_LARGE));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200_000})
    void invitesAClientThatAsksFirst(int blanks) throws IOException {
        try (var raw = raw()) {
            var length = Requests.WAN.getBytes(UTF_8).length + blanks;
            raw.head("sk-asks", JSON, "Content-Length: " + length, "Expect: 100-continue");
            assertThat(raw.read().status()).isEqualTo(100);
            raw.write(Requests.WAN).write(blanks(blanks), 1);
            assertThat(raw.read().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 70_000, 200_000})
    void answersAClientThatAsksAndDoesNotWait(int blanks) throws IOException {
        var body = Requests.WAN + new String(blanks(blanks), UTF_8);
        for (var i = 0; i < 20; i++) {
            try (var raw = raw()) {
                raw.write("POST /api/v1/video/queue HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sk-hasty\r\n"
                        + JSON + "\r\nContent-Length: " + body.length() + "\r\nExpect: 100-continue\r\n\r\n" + body);
                assertThat(raw.read().status()).isEqualTo(100);
                var reply = raw.read();
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.body()).contains("queue_id");
            }
        }
    }

    @Test
    void invitesAClientThatAsksFirstAndSendsChunks() throws IOException {
        try (var raw = raw()) {
            raw.head("sk-asks", JSON, "Transfer-Encoding: chunked", "Expect: 100-continue");
            assertThat(raw.read().status()).isEqualTo(100);
            raw.chunk(Requests.WAN.getBytes(UTF_8)).chunk(blanks(200_000)).write("0\r\n\r\n");
            assertThat(raw.read().status()).isEqualTo(200);
        }
    }

    @Test
    void makesNothingOfABodyThatIsCut() throws IOException {
        var world = sim.frozenWorld();
        try (var raw = raw()) {
            raw.head(world.apiKey(), JSON, "Content-Length: 100000").write(Requests.WAN);
        }
        try (var raw = raw()) {
            raw.head(world.apiKey(), JSON, "Transfer-Encoding: chunked").chunk(Requests.WAN.getBytes(UTF_8));
        }
        assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(200);
        assertThat(world.control().get("/jobs").json().path("jobs")).hasSize(1);
    }

    @Test
    void keepsAConnectionGoodForTheNextRequest() throws IOException {
        try (var raw = raw()) {
            for (var body : new String[] {"{", Requests.WAN, "[]", Requests.WAN}) {
                raw.head("sk-kept", JSON, "Content-Length: " + body.length()).write(body);
                assertThat(raw.read().status()).isEqualTo(body.equals(Requests.WAN) ? 200 : 400);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/xml", "multipart/form-data; boundary=x", "application/jsonp", "''"})
    void refusesABodyThatIsNotDeclaredJson(String type) {
        var world = sim.frozenWorld();
        var api = type.isEmpty() ? world.api() : world.api().with("Content-Type", type);
        var refused = api.send("POST", "/video/queue", Requests.WAN.getBytes(UTF_8));
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.text()).isEqualTo("{\"error\":\"Invalid request content-type\"}");

        world.control().put("/quirks", "{\"invalid-content-type\":\"400\"}");
        refused = api.send("POST", "/video/queue", Requests.WAN.getBytes(UTF_8));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo("{\"error\":\"'Content-Type' must be 'application/json'\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "APPLICATION/JSON"})
    void takesJsonHoweverItIsSpelt(String type) {
        var taken = sim.frozenWorld()
                .api()
                .with("Content-Type", type)
                .send("POST", "/video/queue", Requests.WAN.getBytes(UTF_8));
        assertThat(taken.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\":\"a\",\"model\":\"a\"}",
                "{\"model\":\"\\ud800\"}",
                "{\"model\":\"a\"",
                "{\"n\":1e999999999}",
                "{\"model\":\"a\"}{}",
                "{model:1}"
            })
    void refusesWhatIsNoJson(String body) {
        var refused = sim.frozenWorld().api().post("/video/queue", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo("{\"error\":\"Invalid JSON request\"}");
    }

    @Test
    void refusesNestsAndNumbersWithoutEnd() {
        var api = sim.frozenWorld().api();
        for (var body :
                new String[] {"{\"a\":".repeat(200_000), "[".repeat(500_000), "{\"a\":" + "9".repeat(2_000_000) + "}"
                }) {
            assertThat(api.post("/video/queue", body).text()).isEqualTo("{\"error\":\"Invalid JSON request\"}");
        }
    }

    @Test
    void measuresALongPromptByItsWholeLength() {
        var api = sim.frozenWorld().api();
        for (var length : new int[] {2501, 70_000, 2_000_000}) {
            var refused = api.post("/video/queue", Requests.wan("x".repeat(length)));
            assertThat(refused.status()).as("%d", length).isEqualTo(400);
            assertThat(refused.json().path("issues").path(0).path("code").asText())
                    .isEqualTo("too_big");
        }
    }
}
