package dev.venicesim.journal;

import java.util.Map;

/**
 * What was sent and what came back, as far as it is kept.
 *
 * @param query the query string as sent
 * @param request the request's headers and body
 * @param reply the reply's headers and body
 */
public record Exchange(String query, Message request, Message reply) {

    /** Nothing is kept. */
    public static final Exchange NONE =
            new Exchange("", new Message(Map.of(), Body.NONE), new Message(Map.of(), Body.NONE));

    /** Headers and body of one direction; credentials are masked where they are shown. */
    public record Message(Map<String, String> headers, Body body) {

        private static final int HEADER_BYTES = 90;

        long weight() {
            return (long) headers.size() * HEADER_BYTES + body.weight();
        }
    }

    long weight() {
        return query.length() + request.weight() + reply.weight();
    }
}
