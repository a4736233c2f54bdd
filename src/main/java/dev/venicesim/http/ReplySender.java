package dev.venicesim.http;

import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;

/** Turns replies into bytes, without ever waiting for a client that reads slowly. */
final class ReplySender {

    private ReplySender() {}

    static void send(HttpServerExchange exchange, Reply.Now reply) {
        exchange.setStatusCode(reply.status());
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        var content = reply.content();
        if (content instanceof Content.Bytes bytes) {
            exchange.setResponseContentLength(bytes.bytes().length);
            if (exchange.getRequestMethod().equals(Methods.HEAD)) {
                exchange.endExchange();
                return;
            }
            exchange.getResponseSender().send(ByteBuffer.wrap(bytes.bytes()));
            return;
        }
        if (content instanceof Content.Stream stream) {
            stream(exchange, stream);
            return;
        }
        if (reply.status() != 204 && reply.status() != 304) {
            exchange.setResponseContentLength(0);
        }
        exchange.endExchange();
    }

    /** Sends a short reply after which the connection closes, and leaves it to someone else to end the exchange. */
    static void sendLast(HttpServerExchange exchange, Reply.Now reply, Runnable replied) {
        exchange.setPersistent(false);
        exchange.setStatusCode(reply.status());
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        var bytes = reply.content() instanceof Content.Bytes content ? content.bytes() : new byte[0];
        exchange.setResponseContentLength(bytes.length);
        exchange.getResponseSender().send(ByteBuffer.wrap(bytes), new IoCallback() {
            @Override
            public void onComplete(HttpServerExchange same, Sender sender) {
                replied.run();
            }

            @Override
            public void onException(HttpServerExchange same, Sender sender, IOException e) {
                IoUtils.safeClose(exchange.getConnection());
            }
        });
    }

    private static void stream(HttpServerExchange exchange, Content.Stream stream) {
        exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, stream.length());
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.endExchange();
            return;
        }
        new Streaming(stream).next(exchange, exchange.getResponseSender());
    }

    /** Sends a stream a buffer at a time; the next is filled once the connection has taken the last. */
    private static final class Streaming implements IoCallback {

        private static final int BUFFER = 64 * 1024;

        private final Content.Stream stream;
        private final ByteBuffer buffer;
        private long sent;

        Streaming(Content.Stream stream) {
            this.stream = stream;
            this.buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, stream.length())));
        }

        void next(HttpServerExchange exchange, Sender sender) {
            if (sent == stream.length()) {
                stream.delivery().ended(true);
                exchange.endExchange();
                return;
            }
            buffer.clear();
            buffer.limit((int) Math.min(buffer.capacity(), stream.length() - sent));
            sent += stream.source().read(stream.offset() + sent, buffer);
            buffer.flip();
            sender.send(buffer, this);
        }

        @Override
        public void onComplete(HttpServerExchange exchange, Sender sender) {
            next(exchange, sender);
        }

        @Override
        public void onException(HttpServerExchange exchange, Sender sender, IOException e) {
            stream.delivery().ended(false);
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
