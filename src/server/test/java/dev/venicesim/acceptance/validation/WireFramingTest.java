package dev.venicesim.acceptance.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.net.SocketException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a request ends on the wire. What a proxy in front may read in another way is refused, and nothing behind it is
 * read as a request.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireFramingTest {

    private static final String QUOTE = "POST /api/v1/video/quote HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String BODY = "{\"model\":\"wan-2.6-text-to-video\",\"duration\":\"5s\"}";
    private static final String CHUNK = Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n";
    private static final String NEXT = "GET /__sim/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

    @AutoClose
    private final Sim sim = Sim.start(config -> config.limits(false));

    private RawHttp raw() {
        return RawHttp.to(sim.simulator().origin());
    }

    /** What stands for a line end is written as it is in Java; the body's length as {@code #}. */
    private static String bytes(String pattern) {
        return pattern.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\0", "\0")
                .replace("#", Integer.toString(BODY.length()));
    }

    private static RawHttp.Reply next(RawHttp raw) throws IOException {
        try {
            return raw.read();
        } catch (SocketException e) {
            return new RawHttp.Reply(0, "");
        }
    }

    /** Up to where the server has heard enough. */
    private static void writeByteByByte(RawHttp raw, String text) throws IOException {
        try {
            for (var i = 0; i < text.length(); i++) {
                raw.write(text.substring(i, i + 1));
            }
        } catch (SocketException e) {
            // its reply is there
        }
    }

    private void assertRefused(String request) throws IOException {
        try (var raw = raw()) {
            raw.write(request + NEXT);
            assertThat(next(raw).status()).isEqualTo(400);
            assertThat(next(raw).status()).as("the connection is closed").isZero();
        }
    }

    private void assertTaken(String request) throws IOException {
        try (var raw = raw()) {
            raw.write(request + NEXT);
            assertThat(next(raw).status()).isEqualTo(200);
            assertThat(next(raw)).satisfies(health -> {
                assertThat(health.status()).isEqualTo(200);
                assertThat(health.body()).contains("\"UP\"");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: #\\r\\nContent-Length: 0\\r\\n",
                "Content-Length: 0\\r\\nContent-Length: #\\r\\n",
                "Content-Length: #\\r\\nContent-Length: #\\r\\n",
                "Content-Length: #, #\\r\\n",
                "Content-Length: -1\\r\\n",
                "Content-Length: +#\\r\\n",
                "Content-Length: 0x31\\r\\n",
                "Content-Length: \\r\\n",
                "Content-Length: 4 9\\r\\n",
                "Content-Length: 99999999999999999999\\r\\n",
                // two to the power of 64, and as much more as the body has
                "Content-Length: 18446744073709551616\\r\\n",
                "Content-Length: 18446744073709551665\\r\\n",
                "Content-Length: 0000000000000000000#\\r\\n",
                "Content-Length : #\\r\\n",
                "Content-Length: #\\r\\nX Y: b\\r\\n",
                "Content-Length: #\\r\\n: b\\r\\n",
                "Content-Length: #\\r\\nX\\0Y: b\\r\\n",
                "Content-Length: #\\r\\nX: a\\0b\\r\\n",
                "Content-Length: #\\r\\nX: a\\rb\\r\\n",
                "Content-Length: #\\r\\nX: a\\nY: b\\r\\n",
                "Content-Length: #\\r\\nX\\r\\n",
                "Content-Length: #\\r\\nHost: other\\r\\n",
                "Transfer-Encoding: identity\\r\\nContent-Length: #\\r\\n",
                "Transfer-Encoding: xchunked\\r\\nContent-Length: #\\r\\n"
            })
    void refusesALengthOrAHeaderThatIsReadInTwoWays(String headers) throws IOException {
        assertRefused(QUOTE + JSON + bytes(headers) + "\r\n" + BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\\r\\nContent-Length: 4\\r\\n",
                "Content-Length: 4\\r\\nTransfer-Encoding: chunked\\r\\n",
                "Transfer-Encoding : chunked\\r\\n",
                "Transfer-Encoding: chunked, identity\\r\\n",
                "Transfer-Encoding: gzip, chunked\\r\\n",
                "Transfer-Encoding: chunked, chunked\\r\\n",
                "Transfer-Encoding: chunked\\r\\nTransfer-Encoding: chunked\\r\\n",
                "Transfer-Encoding: identity\\r\\nTransfer-Encoding: chunked\\r\\n",
                "Transfer-Encoding: xchunked\\r\\n"
            })
    void refusesACodingThatIsNotJustChunks(String headers) throws IOException {
        assertRefused(QUOTE + JSON + bytes(headers) + "\r\n" + CHUNK + "0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31\\n{}",
                "2;a\\nb\\r\\n{}\\r\\n0\\r\\n\\r\\n",
                "2\\r\\n{}XX0\\r\\n\\r\\n",
                "2 \\r\\n{}\\r\\n0\\r\\n\\r\\n",
                "-2\\r\\n{}\\r\\n0\\r\\n\\r\\n",
                "0x2\\r\\n{}\\r\\n0\\r\\n\\r\\n",
                "10000000000000002\\r\\n{}\\r\\n0\\r\\n\\r\\n",
                "2\\r\\n{}\\r\\n0\\n\\n",
                "2\\r\\n{}\\r\\n0\\r\\nA: b\\n\\r\\n",
                "not a size\\r\\n"
            })
    void refusesChunksThatAreReadInTwoWays(String body) throws IOException {
        var request = QUOTE + JSON + "Transfer-Encoding: chunked\r\n\r\n";
        assertRefused(request + bytes(body));
        try (var raw = raw()) {
            // after the head, and then byte by byte
            raw.write(request);
            writeByteByByte(raw, bytes(body));
            assertThat(next(raw).status()).isEqualTo(400);
            assertThat(next(raw).status()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/video/quote HTTP/1.1\\nHost: 127.0.0.1\\nContent-Length: #\\n\\n",
                "POST /api/v1/video/quote HTTP/1.1\\rHost: 127.0.0.1\\rContent-Length: #\\r\\r",
                "POST /api/v1/video/quote HTTP/1.1\\r\\n Host: 127.0.0.1\\r\\nContent-Length: #\\r\\n\\r\\n",
                "POST  /api/v1/video/quote HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nContent-Length: #\\r\\n\\r\\n",
                "POST\\t/api/v1/video/quote\\tHTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nContent-Length: #\\r\\n\\r\\n",
                "POST /api/v1/video/quote HTTP/1.1\\r\\nContent-Length: #\\r\\n\\r\\n",
                "POST /api/v1/video/quote\\r\\n\\r\\n"
            })
    void refusesAHeadWithoutItsLineEndsSpacesOrHost(String head) throws IOException {
        assertRefused(bytes(head) + BODY);
    }

    @Test
    void refusesChunksFromAClientOfAVersionThatKnowsNone() throws IOException {
        assertRefused(
                "POST /api/v1/video/quote HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + CHUNK + "0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: #\\r\\n",
                "content-length:#\\r\\n",
                "Content-Length: #\\r\\nContent_Length: 5\\r\\n",
                // a folded line is one line with spaces
                "Content-Length: #\\r\\nX: a\\r\\n Content-Length: 0\\r\\n"
            })
    void takesABodyOfTheLengthThatIsNamed(String headers) throws IOException {
        assertTaken(QUOTE + JSON + bytes(headers) + "\r\n" + BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0\\r\\nA\\r\\n\\r\\n", "0\\r\\nA: b\\r\\nC\\r\\n\\r\\n"})
    void endsTheConnectionOverATrailerWithoutAName(String end) throws IOException {
        try (var raw = raw()) {
            raw.write(QUOTE + JSON + "Transfer-Encoding: chunked\r\n\r\n" + CHUNK + bytes(end) + NEXT);
            assertThat(next(raw).status()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0\\r\\n\\r\\n", "0;x=y\\r\\n\\r\\n", "000\\r\\nContent-Length: 9\\r\\nX: y\\r\\n\\r\\n"})
    void takesChunksWhateverTrailsThem(String end) throws IOException {
        assertTaken(QUOTE + JSON + "Transfer-Encoding: Chunked\r\n\r\n" + CHUNK + bytes(end));
    }
}
