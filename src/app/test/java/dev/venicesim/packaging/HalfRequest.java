package dev.venicesim.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request whose last byte is held back. */
final class HalfRequest implements AutoCloseable {
    private final Socket socket;
    private final byte[] body;

    HalfRequest(int port, String path, String json) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        body = json.getBytes(StandardCharsets.UTF_8);
        var head = "POST " + path
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        // the interim answer shows that the server has the request
        var interim = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
        assertThat(new String(interim, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100");
        socket.getOutputStream().write(body, 0, body.length - 1);
    }

    String finish() throws IOException {
        socket.getOutputStream().write(body, body.length - 1, 1);
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
