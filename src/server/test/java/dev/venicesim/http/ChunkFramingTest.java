package dev.venicesim.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunked bodies by the letter of RFC 9112, and those that somebody would read in another way. */
class ChunkFramingTest {

    private static ChunkFraming of(String body) {
        var framing = new ChunkFraming();
        framing.take(ByteBuffer.wrap(body.getBytes(ISO_8859_1)));
        return framing;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0\r\n\r\n",
                "2\r\n{}\r\n0\r\n\r\n",
                "A\r\n0123456789\r\n00\r\n\r\n",
                "a\r\n\r\n\r\n\r\n\r\n\n\r\r\n0\r\n\r\n",
                "2;a=b;c=\"d e\"\r\n{}\r\n0;x\r\n\r\n",
                "2\r\n{}\r\n0\r\nContent-Length: 9\r\nX:\ty\r\n\r\n",
                "0\r\n\r\nGET / HTTP/1.1\n"
            })
    void takesWhatTheStandardKnows(String body) {
        assertThat(of(body).isWhole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "2\n{}\r\n0\r\n\r\n",
                "2\r{}\r\n0\r\n\r\n",
                "2\r\n{}\n0\r\n\r\n",
                "2\r\n{}XX0\r\n\r\n",
                "2\r\n{}0\r\n\r\n",
                "2;a\nb\r\n{}\r\n0\r\n\r\n",
                "2;a\rb\r\n{}\r\n0\r\n\r\n",
                "2;\u0000\r\n{}\r\n0\r\n\r\n",
                " 2\r\n{}\r\n0\r\n\r\n",
                "2 \r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "+2\r\n{}\r\n0\r\n\r\n",
                "\u00B2\r\n{}\r\n0\r\n\r\n",
                "10000000000000002\r\n{}\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n",
                "0\n\n",
                "0\r\n\n",
                "0\r\nA: b\n\r\n",
                "0\r\nA: b\r\r\n"
            })
    void breaksAtWhatTwoReadersTakeForTwoThings(String body) {
        assertThat(of(body).isBroken()).isTrue();
    }

    @Test
    void seesTheSameHoweverTheBytesCome() {
        var body = "2;a=b\r\n{}\r\nB\r\n\r\n123456789\r\n0\r\nA: b\r\n\r\n";
        var framing = new ChunkFraming();
        for (var i = 0; i < body.length(); i++) {
            assertThat(framing.isWhole()).isFalse();
            framing.take(ByteBuffer.wrap(body.substring(i, i + 1).getBytes(ISO_8859_1)));
        }
        assertThat(framing.isWhole()).isTrue();
    }
}
