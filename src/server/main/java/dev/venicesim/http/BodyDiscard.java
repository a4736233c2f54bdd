package dev.venicesim.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListener;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/** Discard of what is left of a body, for a while after the reply: to close while a client sends would make it lose the reply. */
final class BodyDiscard {

    private static final int WINDOW = 64 * 1024;
    private static final long LINGER_MILLIS = 10_000;

    /** Undertow has a limit of its own, and prints the stack trace of whoever passes it. */
    private static final long MOST = 128L * 1024 * 1024;

    private final HttpServerExchange exchange;
    private final XnioExecutor.Key stop;
    private final ByteBuffer scratch = ByteBuffer.allocate(WINDOW);
    private long discarded;

    private BodyDiscard(HttpServerExchange exchange) {
        this.exchange = exchange;
        this.stop = exchange.getIoThread().executeAfter(exchange::endExchange, LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Ends the exchange once its client has sent all, or enough. */
    static void of(HttpServerExchange exchange, StreamSourceChannel rest) {
        new BodyDiscard(exchange).read(rest);
    }

    private void read(StreamSourceChannel from) {
        try {
            var read = 1;
            while (read > 0 && discarded < MOST) {
                scratch.clear();
                read = BodyFraming.read(from, scratch);
                discarded += Math.max(0, read);
            }
            if (read == 0) {
                from.getReadSetter().set((ChannelListener<StreamSourceChannel>) this::read);
                from.resumeReads();
                return;
            }
        } catch (IOException e) {
            // the client went away or sends more than is worth reading: either way there is nothing left to wait for
        }
        stop.remove();
        exchange.endExchange();
    }
}
