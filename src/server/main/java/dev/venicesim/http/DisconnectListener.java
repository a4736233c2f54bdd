package dev.venicesim.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import org.xnio.ChannelListener;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * Listener for a client that hangs up while its reply is waited for. Once the reply is under way, that shows
 * when the reply cannot be written; over HTTP/2 it shows, too, when the connection of all its streams is closed.
 */
final class DisconnectListener implements ChannelListener<ConduitStreamSourceChannel> {

    private static final AttachmentKey<Runnable> GONE = AttachmentKey.create(Runnable.class);

    private final HttpServerExchange exchange;
    private final HttpServerConnection connection;
    private final Runnable gone;
    private final boolean last;

    private DisconnectListener(
            HttpServerExchange exchange, HttpServerConnection connection, Runnable gone, boolean last) {
        this.exchange = exchange;
        this.connection = connection;
        this.gone = gone;
        this.last = last;
    }

    static void watch(HttpServerExchange exchange, Runnable gone) {
        watch(exchange, gone, false);
    }

    /** Watches where no other request will be answered, so that what the client still sends is thrown away. */
    static void watchLast(HttpServerExchange exchange, Runnable gone) {
        watch(exchange, gone, true);
    }

    private static void watch(HttpServerExchange exchange, Runnable gone, boolean last) {
        exchange.putAttachment(GONE, gone);
        if (exchange.getConnection() instanceof HttpServerConnection connection) {
            exchange.getIoThread().execute(new DisconnectListener(exchange, connection, gone, last)::begin);
        } else {
            exchange.getConnection().addCloseListener(closed -> gone.run());
        }
    }

    /** The reply could not be written. */
    static void noticed(HttpServerExchange exchange) {
        var gone = exchange.getAttachment(GONE);
        if (gone != null) {
            gone.run();
        }
    }

    private void begin() {
        if (last) {
            forgetNext();
        }
        if (exchange.isComplete() || connection.getExtraBytes() != null) {
            return;
        }
        connection.getChannel().getSourceChannel().setReadListener(this);
        look();
    }

    private void forgetNext() {
        var next = connection.getExtraBytes();
        if (next != null) {
            connection.setExtraBytes(null);
            next.close();
        }
    }

    @Override
    public void handleEvent(ConduitStreamSourceChannel channel) {
        look();
    }

    /**
     * The body has been read, whatever the exchange thinks of its end; what the client sends meanwhile is its next
     * request, and is given back unread.
     */
    private void look() {
        var socket = connection.getOriginalSourceConduit();
        var pooled = connection.getByteBufferPool().allocate();
        var read = -1;
        try {
            read = socket.read(pooled.getBuffer());
        } catch (IOException e) {
            // a reset is a departure too
        }
        if (read == 0 || (read > 0 && last)) {
            pooled.close();
            socket.resumeReads();
            return;
        }
        socket.suspendReads();
        if (read > 0) {
            pooled.getBuffer().flip();
            connection.ungetRequestBytes(pooled);
            return;
        }
        pooled.close();
        gone.run();
    }
}
