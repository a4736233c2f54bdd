package dev.venicesim.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.Options;

/** Breaks connections on purpose. Over HTTP/2 an exchange's connection is its stream, so what breaks is that alone. */
final class Cut {

    private static final Logger LOG = LoggerFactory.getLogger(Cut.class);

    private Cut() {}

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

    /** An orderly end of the connection, in the middle of whatever was being sent. */
    static void close(HttpServerExchange exchange) {
        IoUtils.safeClose(exchange.getConnection());
        exchange.endExchange();
    }
}
