package dev.venicesim.control;

import dev.venicesim.wire.Paths;
import dev.venicesim.wire.Request;
import java.util.Set;
import java.util.TreeSet;

/**
 * The query parameters a call knows. Others are refused, since a misspelt one would pass unseen.
 *
 * @param known their names
 */
record QueryCheck(Set<String> known) {

    static final QueryCheck NONE = new QueryCheck(Set.of());

    static QueryCheck of(String... names) {
        return new QueryCheck(Set.of(names));
    }

    /** The call, refused where a parameter is unknown. */
    ControlCall around(ControlCall call) {
        return (request, variables) -> {
            check(request);
            return call.answer(request, variables);
        };
    }

    private void check(Request request) {
        for (var pair : request.query().split("&", -1)) {
            var name = Paths.decode(pair.split("=", 2)[0], true);
            if (!pair.isEmpty() && !known.contains(name)) {
                throw ProblemException.badRequest("no query parameter is called \"" + name + "\" here; there "
                        + (known.isEmpty() ? "are none" : "are " + String.join(", ", new TreeSet<>(known))));
            }
        }
    }
}
