package dev.venicesim.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.Options;

/**
 * Breaker of connections: it cuts them on purpose. Over HTTP/2 an exchange's connection is its stream, so what breaks
 * is that alone.
 */
final class ConnectionBreaker {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionBreaker.class);

    private ConnectionBreaker() {}

    /** A reset: what was sent but has not arrived may be lost. */
    static void reset(HttpServerExchange exchange) {
        var connection = exchange.getConnection();
        try {
            if (connection.supportsOption(Options.CLOSE_ABORT)) {
                connection.setOption(Options.CLOSE_ABORT, true);
            }
        } catch (IOException e) {
            LOG.debug("the connection closes in good order instead of by a reset", e);
        }
        IoUtils.safeClose(connection);
        exchange.endExchange();
    }

    /**
     * Bytes that are no reply, then an orderly end. Where there is no connection to write them to but a stream of
     * HTTP/2, that is reset.
     */
    static void instead(HttpServerExchange exchange, byte[] bytes) {
        if (!(exchange.getConnection() instanceof HttpServerConnection connection)) {
            reset(exchange);
            return;
        }
        try {
            connection.resetChannel();
            var sink = connection.getChannel().getSinkChannel();
            sink.write(ByteBuffer.wrap(bytes));
            sink.flush();
        } catch (IOException e) {
            LOG.debug("the client was gone before its noise", e);
        }
        close(exchange);
    }

    /** An orderly end of the connection, in the middle of whatever was being sent. */
    static void close(HttpServerExchange exchange) {
        IoUtils.safeClose(exchange.getConnection());
        exchange.endExchange();
    }
}
