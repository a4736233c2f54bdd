package dev.venicesim.journal;

import java.util.Map;

/**
 * Request and reply as far as the journal keeps them.
 *
 * @param query the query string as sent
 * @param request the request's headers and body
 * @param reply the reply's headers and body
 */
public record RecordedExchange(String query, Message request, Message reply) {

    /** Nothing is kept. */
    public static final RecordedExchange NONE =
            new RecordedExchange("", new Message(Map.of(), KeptBody.NONE), new Message(Map.of(), KeptBody.NONE));

    /** Headers and body of one direction; credentials are masked where they are shown. */
    public record Message(Map<String, String> headers, KeptBody body) {

        /** Two references and two objects; of the names most are shared, so they are weighed too high. */
        private static final int HEADER_BYTES = 64;

        long weight() {
            long weight = body.weight();
            for (var header : headers.entrySet()) {
                weight += HEADER_BYTES
                        + header.getKey().length()
                        + header.getValue().length();
            }
            return weight;
        }
    }

    long weight() {
        return query.length() + request.weight() + reply.weight();
    }
}
