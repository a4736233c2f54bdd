package dev.venicesim.journal.finding;

import dev.venicesim.money.Usd;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finding as its rule made it, before it is a {@link ClientFinding}.
 *
 * @param cost what it would have cost in production
 * @param says one sentence
 * @param requests evidence, as numbers of requests
 * @param settles the job whose money this tells of, so that no other rule tells of it too; empty if there is none
 */
record RawFinding(Usd cost, String says, List<Long> requests, String settles) {

    private static final int MOST_EVIDENCE = 10;

    RawFinding(Usd cost, String says, List<Long> requests) {
        this(cost, says, requests, "");
    }

    /** One that cost nothing. */
    static RawFinding of(String says, Long... requests) {
        return new RawFinding(Usd.ZERO, says, List.of(requests));
    }

    /** The same thing once more: costs add up, the evidence grows up to a bound, and what was said first stays. */
    RawFinding and(RawFinding more) {
        if (requests.size() == MOST_EVIDENCE) {
            return new RawFinding(cost.plus(more.cost), says, requests, settles);
        }
        var all = Stream.concat(requests.stream(), more.requests.stream())
                .distinct()
                .limit(MOST_EVIDENCE)
                .toList();
        return new RawFinding(cost.plus(more.cost), says, all, settles);
    }
}
