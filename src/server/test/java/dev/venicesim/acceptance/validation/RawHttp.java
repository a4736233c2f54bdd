package dev.venicesim.acceptance.validation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

/** A client that writes bytes as it likes, and reads the reply it is given. */
final class RawHttp implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    private RawHttp(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static RawHttp to(String origin) {
        try {
            var socket = new Socket(
                    InetAddress.getLoopbackAddress(), URI.create(origin).getPort());
            socket.setSoTimeout(150_000);
            return new RawHttp(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A status line, or the end of the connection. */
    record Reply(int status, String body) {}

    /** Head of a queue request with these header lines. */
    RawHttp head(String apiKey, String... lines) throws IOException {
        return write("POST /api/v1/video/queue HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + apiKey + "\r\n"
                + String.join(
                        "",
                        java.util.Arrays.stream(lines)
                                .map(line -> line + "\r\n")
                                .toList()) + "\r\n");
    }

    RawHttp write(String text) throws IOException {
        return write(text.getBytes(ISO_8859_1), 1);
    }

    /** The same bytes again and again. */
    RawHttp write(byte[] bytes, int times) throws IOException {
        for (var i = 0; i < times; i++) {
            out.write(bytes);
        }
        out.flush();
        return this;
    }

    RawHttp chunk(byte[] bytes) throws IOException {
        return write(Integer.toHexString(bytes.length) + "\r\n").write(bytes, 1).write("\r\n");
    }

    /** The next reply; of status 0 if the connection ends first. */
    Reply read() throws IOException {
        var status = line();
        if (status.isEmpty()) {
            return new Reply(0, "");
        }
        var length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        return new Reply(Integer.parseInt(status.split(" ", 3)[1]), new String(in.readNBytes(length), ISO_8859_1));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append(c == '\r' ? "" : Character.toString(c));
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
