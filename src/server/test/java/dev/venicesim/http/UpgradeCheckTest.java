package dev.venicesim.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.error.PathErrors;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.wire.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeCheckTest {

    private static final long PATIENCE = 600_000;

    @AutoClose
    private final HttpServer server = HttpServer.start(
            new HttpServer.Settings(
                    "127.0.0.1",
                    0,
                    Optional.empty(),
                    false,
                    10_000,
                    new HttpServer.Patience(PATIENCE, PATIENCE, PATIENCE),
                    Optional.empty()),
            new HttpServer.Refusals(
                    PathErrors::noRoom, RequestErrors::invalidJson, PathErrors::unknownError, path -> path),
            threads -> request -> Reply.empty(204));

    private String answer(String settings) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout((int) PATIENCE);
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                                    + settings + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP2-Settings: !!!!\r\n",
                "HTTP2-Settings: AAMAAABkAA\r\n",
                "HTTP2-Settings: A\r\n",
                "HTTP2-Settings: \u00e9\u00e9\u00e9\u00e9\r\n",
                "HTTP2-Settings: AAMAAABk\r\nHTTP2-Settings: AAMAAABk\r\n"
            })
    void answersAsIfNothingHadBeenOffered(String settings) throws IOException {
        assertThat(answer(settings)).startsWith("HTTP/1.1 204");
    }

    @Test
    void goesOnInHttp2WithSettingsThatAreSome() throws IOException {
        assertThat(answer("HTTP2-Settings: AAMAAABkAAQAAP__\r\n")).startsWith("HTTP/1.1 101");
    }

    @Test
    void endsAConnectionWhosePrefaceWasCutOff() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout((int) PATIENCE);
            socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void speaksHttp2AfterAWholePreface() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout((int) PATIENCE);
            var settings = "\0\0\0\4\0\0\0\0\0";
            socket.getOutputStream()
                    .write(("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + settings).getBytes(StandardCharsets.US_ASCII));
            // the type of a frame of settings
            assertThat(socket.getInputStream().readNBytes(4)[3]).isEqualTo((byte) 4);
        }
    }
}
