package dev.venicesim.journal.finding;

import dev.venicesim.money.Usd;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rule found, before it is a {@link Finding}.
 *
 * @param cost what it would have cost in production
 * @param says one sentence
 * @param requests evidence, as numbers of requests
 */
record Remark(Usd cost, String says, List<Long> requests) {

    private static final int MOST_EVIDENCE = 10;

    /** One that cost nothing. */
    static Remark of(String says, Long... requests) {
        return new Remark(Usd.ZERO, says, List.of(requests));
    }

    /** The same thing once more: costs add up, the evidence grows up to a bound, and what was said first stays. */
    Remark and(Remark more) {
        if (requests.size() == MOST_EVIDENCE) {
            return new Remark(cost.plus(more.cost), says, requests);
        }
        var all = Stream.concat(requests.stream(), more.requests.stream())
                .distinct()
                .limit(MOST_EVIDENCE)
                .toList();
        return new Remark(cost.plus(more.cost), says, all);
    }
}
