package dev.venicesim.http;

import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.ReplyDamage;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;

/** Sender of replies that turns them into bytes, without ever waiting for a client that reads slowly. */
final class ReplySender {

    private final long stallMillis;
    private final HeaderNames names;

    /**
     * A sender.
     *
     * @param stallMillis how long a client may read nothing before its connection is cut
     */
    ReplySender(long stallMillis, HeaderNames names) {
        this.stallMillis = stallMillis;
        this.names = names;
    }

    void send(HttpServerExchange exchange, Reply.Now reply) {
        if (reply.content() instanceof Content.Spoiled spoiled) {
            spoiled(exchange, reply, spoiled);
            return;
        }
        var sent = Gzip.shortened(exchange, reply);
        head(exchange, sent);
        body(exchange, sent.content(), BodyWriter.Course.WHOLE);
    }

    private void head(HttpServerExchange exchange, Reply.Now reply) {
        exchange.setStatusCode(reply.status());
        var headers = exchange.getResponseHeaders();
        reply.headers().forEach((name, value) -> headers.put(names.of(name), value));
    }

    private void spoiled(HttpServerExchange exchange, Reply.Now reply, Content.Spoiled spoiled) {
        if (spoiled.damage() instanceof ReplyDamage.Reset) {
            if (spoiled.whole() instanceof Content.Stream stream) {
                stream.delivery().ended(0, false);
            }
            ConnectionBreaker.reset(exchange);
            return;
        }
        if (spoiled.damage() instanceof ReplyDamage.Instead instead) {
            ConnectionBreaker.instead(exchange, instead.bytes());
            return;
        }
        head(exchange, reply);
        body(exchange, spoiled.whole(), BodyWriter.Course.of(spoiled.damage()));
    }

    private void body(HttpServerExchange exchange, Content content, BodyWriter.Course course) {
        if (content instanceof Content.None && reply204(exchange)) {
            exchange.endExchange();
            return;
        }
        if (content instanceof Content.Live live) {
            LiveWriter.start(exchange, live, stallMillis);
            return;
        }
        var length = length(content);
        exchange.setResponseContentLength(length);
        if (exchange.getRequestMethod().equals(Methods.HEAD) || (length == 0 && course.isWhole())) {
            if (content instanceof Content.Stream stream) {
                stream.delivery().ended(0, false);
            }
            exchange.endExchange();
            return;
        }
        new BodyWriter(exchange, content, course, stallMillis).start();
    }

    private static boolean reply204(HttpServerExchange exchange) {
        return exchange.getStatusCode() == 204 || exchange.getStatusCode() == 304;
    }

    private static long length(Content content) {
        if (content instanceof Content.Bytes bytes) {
            return bytes.bytes().length;
        }
        return content instanceof Content.Stream stream ? stream.length() : 0;
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
}
