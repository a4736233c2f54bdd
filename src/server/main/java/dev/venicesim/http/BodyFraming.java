package dev.venicesim.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.xnio.channels.StreamSourceChannel;

/**
 * Framing of a request's body: whether everybody who reads the request sees the same end of it. What Undertow takes and a
 * proxy in front may read in another way is refused. Source: RFC 9112 sections 6 and 7.
 *
 * @param broken whether it is not, as far as it came
 */
record BodyFraming(BooleanSupplier broken) {

    /** Of a length in decimal; a longer one may not fit into 64 bits, and Undertow reads what is left of it. */
    private static final int MOST_DIGITS = 18;

    /** The framing that a head announces; chunks are watched from here on. */
    static BodyFraming of(HttpServerExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var length = headers.getFirst(Headers.CONTENT_LENGTH);
        if (length != null && length.length() > MOST_DIGITS) {
            return new BodyFraming(() -> true);
        }
        var codings = headers.get(Headers.TRANSFER_ENCODING);
        if (codings == null || !(exchange.getConnection() instanceof HttpServerConnection connection)) {
            return new BodyFraming(() -> false);
        }
        if (codings.size() > 1 || !codings.getFirst().equalsIgnoreCase("chunked") || exchange.isHttp10()) {
            return new BodyFraming(() -> true);
        }
        return new BodyFraming(ChunkWatch.over(exchange, connection)::isBroken);
    }

    boolean isBroken() {
        return broken.getAsBoolean();
    }

    /**
     * Reads some of a body. Undertow's parser of trailers has an exception of its own for a line without a name, after
     * which nothing more can be read of the connection.
     *
     * @throws IOException if the body ends in trailers that are none, or its client is gone
     */
    static int read(StreamSourceChannel from, ByteBuffer to) throws IOException {
        try {
            return from.read(to);
        } catch (IllegalArgumentException e) {
            throw new IOException("a trailer without a name", e);
        }
    }
}
