package dev.venicesim.acceptance.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;

/** Request written by hand, since clients choose {@code Host} themselves. */
final class RawCall {

    private final int port;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String body = "";

    RawCall(int port) {
        this.port = port;
        headers.put("Host", "127.0.0.1:" + port);
        headers.put("Connection", "close");
    }

    RawCall with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    RawCall body(String text) {
        body = text;
        return this;
    }

    /** The whole reply, head and body. */
    String send(String method, String path) {
        return answer(method, path, reply -> new String(reply.readAllBytes(), ISO_8859_1));
    }

    /** The reply's status; a body that never ends is not waited for. */
    int status(String method, String path) {
        return answer(
                method,
                path,
                reply -> Integer.parseInt(
                        new String(reply.readNBytes("HTTP/1.1 200".length()), ISO_8859_1).split(" ", 2)[1]));
    }

    /** What is read of a reply. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(InputStream reply) throws IOException;
    }

    private <T> T answer(String method, String path, Reading<T> reading) {
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!body.isEmpty()) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((head + "\r\n" + body).getBytes(ISO_8859_1));
            return reading.of(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
