package dev.venicesim.http;

import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;

/** Where a request comes in: its body is read, its handler asked, its reply sent. What goes wrong in between becomes a 500 and a line in the log. */
final class Ingress implements HttpHandler, BodyReader.Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Ingress.class);

    private static final byte[] NO_BODY = new byte[0];

    private final Handler handler;
    private final HttpServer.Refusals refusals;
    private final UndertowRequest.Addressing addressing;
    private final BodyReader.Limits limits;
    private final BodyBudget budget;
    private final ReplySender sender;
    private final HeaderNames names;

    Ingress(
            Handler handler,
            HttpServer.Refusals refusals,
            UndertowRequest.Addressing addressing,
            BodyReader.Limits limits,
            long stallMillis) {
        this.handler = handler;
        this.refusals = refusals;
        this.addressing = addressing;
        this.limits = limits;
        this.budget = BodyBudget.ofHeap(limits.maxBytes());
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
        ReplySender.sendLast(exchange, refusals.tooLarge().apply(request(exchange, NO_BODY)), replied);
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
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} {} broke", exchange.getRequestMethod(), exchange.getRequestPath(), e);
            return Reply.error(refusals.bug().get());
        }
    }

    private UndertowRequest request(HttpServerExchange exchange, byte[] body) {
        return new UndertowRequest(exchange, body, addressing, names);
    }

    private void send(HttpServerExchange exchange, Reply reply) {
        if (reply instanceof Reply.Now now) {
            sender.send(exchange, now);
            return;
        }
        if (reply instanceof Reply.Silent silent) {
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> Silence.keep(exchange, silent));
            return;
        }
        var later = (Reply.Later) reply;
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () -> later.stage().whenComplete((now, failure) -> {
                    if (failure != null) {
                        LOG.error("{} {} broke", exchange.getRequestMethod(), exchange.getRequestPath(), failure);
                    }
                    var ready =
                            failure == null ? now : Reply.error(refusals.bug().get());
                    exchange.getIoThread().execute(() -> sender.send(exchange, ready));
                }));
    }
}
