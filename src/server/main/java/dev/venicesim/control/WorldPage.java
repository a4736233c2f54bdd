package dev.venicesim.control;

import dev.venicesim.wire.Request;
import java.util.Optional;

/**
 * Part of the list of worlds that a call asks for, the one used last first.
 *
 * @param offset how many worlds come before it
 * @param limit how many it has at most
 */
record WorldPage(int offset, int limit) {

    static final QueryCheck QUERY = QueryCheck.of("limit", "offset");

    private static final int MOST = 1_000;

    /** Nothing if all worlds are asked for. */
    static Optional<WorldPage> of(Request request) {
        if (request.parameter("limit").isEmpty() && request.parameter("offset").isEmpty()) {
            return Optional.empty();
        }
        var limit = JournalPage.number(request, "limit", MOST);
        var offset = JournalPage.number(request, "offset", 0);
        if (limit > MOST) {
            throw ProblemException.badRequest("limit is at most " + MOST + ", not " + limit);
        }
        return Optional.of(new WorldPage((int) Math.min(offset, Integer.MAX_VALUE), (int) limit));
    }
}
