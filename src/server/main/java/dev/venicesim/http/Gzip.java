package dev.venicesim.http;

import dev.venicesim.api.Verified;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * Compression of long JSON replies, for clients that take gzip. Undertow's own negotiation does not do: it knows
 * {@code gzip} in small letters only, and names {@code identity} in a header that the API does not send.
 */
@Verified(on = "2026-08-21", source = "docs/api/limits-and-headers.md#compression")
final class Gzip {

    /** Shorter replies are sent as they are; those of quote, queue and a status always are. */
    private static final int WORTHWHILE = 4096;

    private Gzip() {}

    static Reply.Now shortened(HttpServerExchange exchange, Reply.Now reply) {
        if (!(reply.content() instanceof Content.Bytes content) || content.bytes().length < WORTHWHILE) {
            return reply;
        }
        var headers = reply.headers();
        if (!headers.getOrDefault("Content-Type", "").startsWith("application/json")
                || headers.containsKey("Content-Encoding")
                || headers.containsKey("Vary")) {
            return reply;
        }
        var varying = reply.with("Vary", "Accept-Encoding");
        if (exchange.getRequestMethod().equals(Methods.HEAD) || !takesGzip(exchange)) {
            return varying;
        }
        return new Reply.Now(
                reply.status(),
                varying.with("Content-Encoding", "gzip").headers(),
                new Content.Bytes(compressed(content.bytes())));
    }

    private static boolean takesGzip(HttpServerExchange exchange) {
        var values = exchange.getRequestHeaders().get(Headers.ACCEPT_ENCODING);
        if (values == null) {
            return false;
        }
        for (var coding : String.join(",", values).toLowerCase(Locale.ROOT).split(",", 32)) {
            var parts = coding.replace(" ", "").split(";", 2);
            if (parts[0].equals("gzip")) {
                return parts.length == 1 || !parts[1].matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static byte[] compressed(byte[] bytes) {
        var shorter = new ByteArrayOutputStream(bytes.length / 4);
        try (var gzip = new GZIPOutputStream(shorter)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shorter.toByteArray();
    }
}
