package dev.venicesim.http;

import dev.venicesim.wire.Reply;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * Reply that never comes: the request stays unanswered until its time is over, or until the client gives up, so that
 * those who did take no memory.
 */
final class HangingReply {

    private static final int SCRAP = 512;

    private HangingReply() {}

    static void keep(HttpServerExchange exchange, Reply.Silent silent) {
        exchange.getConnection().addCloseListener(closed -> silent.gone().run());
        silent.until()
                .whenComplete(
                        (over, failure) -> exchange.getIoThread().execute(() -> ConnectionBreaker.reset(exchange)));
        if (exchange.getConnection() instanceof HttpServerConnection connection) {
            exchange.getIoThread()
                    .execute(() -> watch(connection, connection.getChannel().getSourceChannel()));
        }
    }

    /** Whatever else such a client sends, it will never be answered: its bytes are thrown away until it hangs up. */
    private static void watch(HttpServerConnection connection, ConduitStreamSourceChannel source) {
        // as it stands, the channel ends where the request did
        connection.resetChannel();
        source.setReadListener((ChannelListener<ConduitStreamSourceChannel>) ready -> {
            try {
                var scrap = ByteBuffer.allocate(SCRAP);
                var read = ready.read(scrap);
                while (read > 0) {
                    scrap.clear();
                    read = ready.read(scrap);
                }
                if (read < 0) {
                    IoUtils.safeClose(connection);
                }
            } catch (IOException e) {
                IoUtils.safeClose(connection);
            }
        });
        source.resumeReads();
    }
}
