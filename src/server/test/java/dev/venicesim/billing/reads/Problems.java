package dev.venicesim.billing.reads;

import java.util.List;

/** What was wrong with a query, a line for each problem. */
final class Problems {

    private Problems() {}

    static List<String> of(ParsedQuery<?> parsed) {
        return ((ParsedQuery.Bad<?>) parsed)
                .problems().stream()
                        .map(problem -> problem.parameter() + " " + problem.code() + " " + problem.message())
                        .toList();
    }
}
