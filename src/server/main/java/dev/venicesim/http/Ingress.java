package dev.venicesim.http;

import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.SameThreadExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;

/**
 * Entrance of requests: a body is read, the handler asked, its reply sent. What goes wrong in between becomes a 500 and
 * a line in the log, or a reset.
 */
final class Ingress implements HttpHandler, BodyReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(Ingress.class);

    private static final byte[] NO_BODY = new byte[0];

    /** Marks an exchange whose reply could not be sent. */
    private static final AttachmentKey<Boolean> BROKEN = AttachmentKey.create(Boolean.class);

    private final Handler handler;
    private final HttpServer.Refusals refusals;
    private final UndertowRequest.Addressing addressing;
    private final BodyLimits limits;
    private final BodyBudget budget;
    private final ReplySender sender;
    private final HeaderNames names;

    Ingress(
            Handler handler,
            HttpServer.Refusals refusals,
            UndertowRequest.Addressing addressing,
            BodyLimits limits,
            BodyBudget budget,
            long stallMillis) {
        this.handler = handler;
        this.refusals = refusals;
        this.addressing = addressing;
        this.limits = limits;
        this.budget = budget;
        this.names = new HeaderNames();
        this.sender = new ReplySender(stallMillis, names);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        BodyReader.read(exchange, limits, budget, this);
    }

    @Override
    public void received(HttpServerExchange exchange, byte[] body) {
        if (body.length > BodyReader.SMALL) {
            exchange.dispatch(() -> answer(exchange, body));
            return;
        }
        answer(exchange, body);
    }

    @Override
    public void tooLarge(HttpServerExchange exchange, Runnable replied) {
        ReplySender.sendLast(exchange, handler.tooLarge(request(exchange, NO_BODY)), replied);
    }

    @Override
    public void noRoom(HttpServerExchange exchange, Runnable replied) {
        ReplySender.sendLast(exchange, Reply.error(refusals.noRoom().get()), replied);
    }

    @Override
    public void malformed(HttpServerExchange exchange) {
        ReplySender.sendLast(
                exchange, Reply.error(refusals.malformed().get()), () -> IoUtils.safeClose(exchange.getConnection()));
    }

    private void answer(HttpServerExchange exchange, byte[] body) {
        send(exchange, guarded(exchange, body));
    }

    private Reply guarded(HttpServerExchange exchange, byte[] body) {
        try {
            return handler.handle(request(exchange, body));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return broken(exchange, e);
        } catch (OutOfMemoryError e) {
            Exhaustion.report(e);
            return Reply.cut();
        }
    }

    private Reply.Now broken(HttpServerExchange exchange, Throwable failure) {
        LOG.error(
                "{} {} broke", exchange.getRequestMethod(), refusals.shown().apply(exchange.getRequestPath()), failure);
        return Reply.error(refusals.bug().get());
    }

    private UndertowRequest request(HttpServerExchange exchange, byte[] body) {
        return new UndertowRequest(exchange, body, addressing, names);
    }

    private void send(HttpServerExchange exchange, Reply reply) {
        if (reply instanceof Reply.Now now) {
            sendNow(exchange, now);
            return;
        }
        if (reply instanceof Reply.Silent silent) {
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> HangingReply.keep(exchange, silent));
            return;
        }
        var later = (Reply.Later) reply;
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () -> later.stage().whenComplete((now, failure) -> {
                    if (failure != null) {
                        Exhaustion.report(failure);
                    }
                    var ready = failure == null ? now : broken(exchange, failure);
                    exchange.getIoThread().execute(() -> sendNow(exchange, ready));
                }));
    }

    /** A reply that cannot be sent, such as one whose status is no status, is no reason to leave its exchange open. */
    private void sendNow(HttpServerExchange exchange, Reply.Now reply) {
        try {
            sender.send(exchange, reply);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            var instead = broken(exchange, e);
            if (exchange.isResponseStarted() || exchange.getAttachment(BROKEN) != null) {
                ConnectionBreaker.reset(exchange);
                return;
            }
            exchange.putAttachment(BROKEN, true);
            exchange.getResponseHeaders().clear();
            sendNow(exchange, instead);
        } catch (OutOfMemoryError e) {
            Exhaustion.report(e);
            ConnectionBreaker.reset(exchange);
        }
    }
}
