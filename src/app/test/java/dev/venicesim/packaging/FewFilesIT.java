package dev.venicesim.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.venicesim.acceptance.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The jar while the files that a process may open run out, and afterwards. */
class FewFilesIT {

    private static final int MOST = 64;

    @Test
    void answersAsBeforeOnceThereAreFilesAgain() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        try (var jar = Jar.withFiles(MOST, "serve", "--port", "0", "--limits", "off", "--log-level", "error")) {
            var origin = jar.lineWith("venice-sim ready").split(" ", -1)[2];
            crowd(URI.create(origin).getPort());

            var http = new Http(origin);
            for (int i = 0; i < 20; i++) {
                assertThat(http.get("/api/v1/models/traits").status()).isEqualTo(200);
            }
            assertThat(jar.errors()).doesNotContain("NoClassDefFoundError", "\tat ");
        }
    }

    /** Three times as many connections as there are files, each with a first request. */
    private static void crowd(int port) throws IOException {
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < 3 * MOST; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream()
                    .write("GET /api/v1/models/traits HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
        }
        for (var socket : sockets) {
            socket.close();
        }
    }
}
