package dev.venicesim.endpoint;

import dev.venicesim.wire.Content;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.util.LinkedHashMap;

/** What a browser wants to hear before a page of another origin may call: the API's own documentation page quotes from the browser. */
final class Cors {

    private static final String MAX_AGE_SECONDS = "86400";

    /** On every reply; a page may read all headers, and credentials travel in headers, never in cookies. */
    static final Headers ON_EVERY_REPLY =
            Headers.of("Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "*");

    private Cors() {}

    static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS");
    }

    static Reply.Now preflight(Request request) {
        var headers = new LinkedHashMap<>(ON_EVERY_REPLY);
        headers.put("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        headers.put(
                "Access-Control-Allow-Headers",
                request.header("Access-Control-Request-Headers").orElse("*"));
        headers.put("Access-Control-Max-Age", MAX_AGE_SECONDS);
        headers.put("Vary", "Access-Control-Request-Headers");
        return new Reply.Now(204, headers, new Content.None());
    }
}
