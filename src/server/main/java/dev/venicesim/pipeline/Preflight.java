package dev.venicesim.pipeline;

import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.IdGenerator;
import java.util.LinkedHashMap;

/**
 * Answer to a browser that asks whether a page of another origin may call: the API's own documentation page quotes from
 * the browser. No operation is asked, so nothing is written down.
 */
final class Preflight implements Filter {

    private static final String MAX_AGE_SECONDS = "86400";

    private final IdGenerator ids;

    Preflight(IdGenerator ids) {
        this.ids = ids;
    }

    static boolean is(Request request) {
        return request.method().equals("OPTIONS");
    }

    @Override
    public Progress pass(Exchange exchange) {
        return is(exchange.request()) ? new Progress.Over(reply(exchange.request())) : exchange;
    }

    private Reply.Now reply(Request request) {
        var headers = new LinkedHashMap<>(ReplyHeaders.CORS);
        headers.put("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        headers.put(
                "Access-Control-Allow-Headers",
                request.header("Access-Control-Request-Headers").orElse("*"));
        headers.put("Access-Control-Max-Age", MAX_AGE_SECONDS);
        headers.put("Vary", "Access-Control-Request-Headers");
        headers.put("CF-RAY", ReplyHeaders.ray(request, ids));
        return new Reply.Now(204, headers, new Content.None());
    }
}
