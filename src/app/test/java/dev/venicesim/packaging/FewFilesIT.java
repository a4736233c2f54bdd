package dev.venicesim.packaging;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The jar while the files that a process may open run out, and afterwards. */
class FewFilesIT {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d+)");
    private static final int MOST = 64;
    private static final int LATER = 20;

    /** With a body, at whose end the server uses what it may only have opened while there were files. */
    private static final String REQUEST = "POST /api/v1/video/quote HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    private static final String LAST = REQUEST.replace("Content-Length", "Connection: close\r\nContent-Length");

    @Test
    void answersAsBeforeOnceThereAreFilesAgain() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        try (var jar = Jar.withFiles(MOST, "serve", "--port", "0", "--limits", "off", "--log-level", "error")) {
            var origin = jar.lineWith("venice-sim ready").split(" ", -1)[2];
            var port = URI.create(origin).getPort();
            crowd(port);

            assertThat(replies(port))
                    .as("replies over one connection")
                    .hasSize(LATER)
                    .containsOnly("400");
            assertThat(jar.errors()).doesNotContain("NoClassDefFoundError", "\tat ");
        }
    }

    /** Three times as many connections as there are files, each with a first request. */
    private static void crowd(int port) throws IOException {
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < 3 * MOST; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write(REQUEST.getBytes(US_ASCII));
            sockets.add(socket);
        }
        for (var socket : sockets) {
            socket.close();
        }
    }

    /** The statuses of requests that one connection brings, up to its end. */
    private static List<String> replies(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((REQUEST.repeat(LATER - 1) + LAST).getBytes(US_ASCII));
            var all = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            return STATUS.matcher(all).results().map(found -> found.group(1)).toList();
        }
    }
}
