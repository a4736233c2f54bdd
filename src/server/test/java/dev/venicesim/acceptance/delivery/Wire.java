package dev.venicesim.acceptance.delivery;

import dev.venicesim.acceptance.Sim;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One connection without an HTTP client in between, to see just what comes over the wire. */
final class Wire implements AutoCloseable {

    /** Longer than a busy machine needs, shorter than the suite lets a test hang. */
    private static final int PATIENCE_MILLIS = 150_000;

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    static Wire to(Sim sim) {
        try {
            var socket = new Socket(
                    java.net.InetAddress.getLoopbackAddress(), sim.simulator().port());
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new Wire(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a connection ended, and all that came before. */
    record Came(byte[] bytes, boolean reset) {
        String text() {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        String head() {
            var end = text().indexOf("\r\n\r\n");
            return end < 0 ? text() : text().substring(0, end);
        }

        int bodyLength() {
            var end = text().indexOf("\r\n\r\n");
            return end < 0 ? 0 : bytes.length - end - 4;
        }
    }

    Wire get(String url) {
        var uri = URI.create(url);
        return send("GET " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n\r\n");
    }

    Wire post(Sim.World world, String path, String json) {
        return send("POST /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + world.apiKey()
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json);
    }

    Wire send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything until the server ends the connection. */
    Came all() {
        var bytes = new ByteArrayOutputStream();
        try {
            var buffer = new byte[8192];
            for (var read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
                bytes.write(buffer, 0, read);
            }
            return new Came(bytes.toByteArray(), false);
        } catch (SocketException e) {
            return new Came(bytes.toByteArray(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many bytes, or fewer if the connection ends. */
    byte[] some(int count) {
        try {
            return socket.getInputStream().readNBytes(count);
        } catch (SocketException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
