package dev.venicesim.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A client's keep-alive connection on loopback, written by hand: it costs the load generator little, and it can be
 * rude.
 */
final class Connection implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final byte[] line = new byte[8 * 1024];

    /**
     * A reply.
     *
     * @param headers by name in lower case; empty where nobody asked for them
     * @param body its bytes; empty where nobody asked for them
     * @param length how many there were
     */
    record Reply(int status, Map<String, String> headers, byte[] body, long length) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Connection(int port, int timeoutMillis) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(timeoutMillis);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** The bytes of a request; a body announces its length. */
    static byte[] request(String method, String path, List<String> headers, byte[] body) {
        var head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach(each -> head.append(each).append("\r\n"));
        if (body.length > 0 || method.equals("POST")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        var all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Status and length of a reply; what it says is read and thrown away. */
    Reply skip() throws IOException {
        return read(false, false);
    }

    /** A whole reply. */
    Reply keep(boolean head) throws IOException {
        return read(true, head);
    }

    private Reply read(boolean keep, boolean head) throws IOException {
        var size = line();
        if (size < 12 || line[0] != 'H') {
            throw new IOException("no status line: " + text(0, size));
        }
        var status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + line[11] - '0';
        var headers = keep ? new HashMap<String, String>() : Map.<String, String>of();
        long length = 0;
        var chunked = false;
        for (size = line(); size > 0; size = line()) {
            if (is("content-length:")) {
                length = Long.parseLong(text(15, size).strip());
            }
            chunked |= is("transfer-encoding:");
            if (keep) {
                var parts = text(0, size).split(":", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
            }
        }
        if (head) {
            return new Reply(status, headers, new byte[0], length);
        }
        var out = new ByteArrayOutputStream(keep ? (int) length : 0);
        var read = chunked ? chunks(keep, out) : body(length, keep, out);
        return new Reply(status, headers, out.toByteArray(), read);
    }

    private long body(long length, boolean keep, ByteArrayOutputStream out) throws IOException {
        if (!keep) {
            in.skipNBytes(length);
            return length;
        }
        out.write(in.readNBytes((int) length));
        if (out.size() < length) {
            throw new IOException("the body ended after " + out.size() + " of " + length + " bytes");
        }
        return length;
    }

    private long chunks(boolean keep, ByteArrayOutputStream out) throws IOException {
        long total = 0;
        while (true) {
            var size = Integer.parseInt(text(0, line()), 16);
            body(size, keep, out);
            in.skipNBytes(2);
            total += size;
            if (size == 0) {
                return total;
            }
        }
    }

    private boolean is(String name) {
        for (int i = 0; i < name.length(); i++) {
            if ((line[i] | 0x20) != (name.charAt(i) | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private String text(int from, int to) {
        return new String(line, from, Math.max(0, to - from), StandardCharsets.ISO_8859_1);
    }

    private int line() throws IOException {
        var size = 0;
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            if (size < line.length && next != '\r') {
                line[size++] = (byte) next;
            }
        }
        return size;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
