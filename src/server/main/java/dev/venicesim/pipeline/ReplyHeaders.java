package dev.venicesim.pipeline;

import dev.venicesim.api.Operation;
import dev.venicesim.api.Verified;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.TraceParent;
import dev.venicesim.world.IdGenerator;

/**
 * Headers of every reply, whatever the answer. {@code Content-Type} and {@code Date} are set where replies are made and
 * sent.
 */
@Verified(on = "2026-08-21", source = "docs/api/limits-and-headers.md#headers-of-every-reply")
final class ReplyHeaders implements Filter {

    /** A page may read all headers, and credentials travel in headers, never in cookies. */
    static final Headers CORS = Headers.of("Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "*");

    private static final int SPAN_ID_DIGITS = 16;

    private final IdGenerator ids;

    ReplyHeaders(IdGenerator ids) {
        this.ids = ids;
    }

    @Override
    public Exchange pass(Exchange exchange) {
        if (exchange.isStubbed()) {
            return exchange;
        }
        var ofLinks =
                exchange.incoming().operation().filter(Operation::isOfLinks).isPresent();
        var ray = ray(exchange.request(), ids);
        var headers = ofLinks ? CORS : all(exchange, ray);
        var traced = TraceParent.of(exchange.request())
                .map(parent ->
                        headers.and(Headers.of(TraceParent.RESPONSE, traceResponse(exchange.request(), parent, ray))))
                .orElse(headers);
        return exchange.replying(exchange.answer().reply().withDefaults(traced));
    }

    /** The id of a request; that of its span where somebody traces. */
    static String ray(Request request, IdGenerator ids) {
        return request.span()
                .context()
                .map(own -> IdGenerator.ray(own.parentId()))
                .orElseGet(ids::ray);
    }

    private static String traceResponse(Request request, TraceParent parent, String ray) {
        return request.span().context().map(TraceParent::response).orElseGet(() -> parent.response(spanId(ray)));
    }

    /** The number of a ray is as long and as random as the id of a span. */
    private static String spanId(String ray) {
        return ray.substring(0, SPAN_ID_DIGITS);
    }

    private Headers all(Exchange exchange, String ray) {
        var counted = new Headers.Builder();
        RateLimiter.headers(exchange, counted::add);
        return CORS.and(Headers.of(
                        "CF-RAY", ray, "x-venice-version", exchange.edition().apiVersion()))
                .and(counted.build());
    }
}
