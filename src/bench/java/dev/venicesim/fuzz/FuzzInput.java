package dev.venicesim.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One input: bytes for one connection.
 *
 * @param kind what it tries, for the report
 * @param bytes as they are sent
 * @param answer what may come back
 */
record FuzzInput(String kind, byte[] bytes, Answer answer) {

    /** What an input may be answered with. */
    enum Answer {
        /** HTTP/1.1 replies, none of them 5xx but for the refusals that say the simulator is full. */
        NO_SERVER_ERROR,
        /** HTTP/1.1 replies of any status: a scenario or a stub asked for them. */
        ANY_STATUS,
        /** Whatever the server says to bytes that are no HTTP; the connection has to end. */
        ANY_BYTES
    }

    /** A request whose head and body are as they should be. */
    static FuzzInput request(String kind, Answer answer, String method, String target, String headers, byte[] body) {
        var head = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers
                + (body.length == 0 && method.equals("GET") ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
        return new FuzzInput(kind, joined(head.getBytes(StandardCharsets.ISO_8859_1), body), answer);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.write(part, 0, part.length);
        }
        return all.toByteArray();
    }

    /** Whether the reply to it has no body although it says how long one would be. */
    boolean isHead() {
        return bytes.length > 5 && new String(bytes, 0, 5, StandardCharsets.ISO_8859_1).equals("HEAD ");
    }
}
