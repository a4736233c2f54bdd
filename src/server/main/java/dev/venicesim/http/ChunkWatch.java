package dev.venicesim.http;

import io.undertow.conduits.ChunkedStreamSourceConduit;
import io.undertow.conduits.ReadDataStreamSourceConduit;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Watch over a chunked body below Undertow's reader of chunks, which is given nothing from where the framing breaks.
 */
final class ChunkWatch extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private final ChunkFraming framing;

    private ChunkWatch(StreamSourceConduit next, ChunkFraming framing) {
        super(next);
        this.framing = framing;
    }

    /** Watches a body of which nothing was read yet, but for what came together with the head. */
    static ChunkFraming over(HttpServerExchange exchange, HttpServerConnection connection) {
        var framing = new ChunkFraming();
        var early = connection.getExtraBytes();
        if (early != null) {
            framing.take(early.getBuffer().duplicate());
        }
        var watched = new ReadDataStreamSourceConduit(
                new ChunkWatch(connection.getOriginalSourceConduit(), framing), connection);
        connection
                .getChannel()
                .getSourceChannel()
                .setConduit(new ChunkedStreamSourceConduit(watched, exchange, read -> ended(read, exchange)));
        return framing;
    }

    private static void ended(ChunkedStreamSourceConduit body, HttpServerExchange exchange) {
        if (!body.isFinished()) {
            exchange.setPersistent(false);
        }
        Connectors.terminateRequest(exchange);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        var from = target.position();
        var read = super.read(target);
        if (read > 0) {
            framing.take(target.duplicate().limit(target.position()).position(from));
        }
        if (!framing.isBroken()) {
            return read;
        }
        target.position(from);
        return 0;
    }
}
