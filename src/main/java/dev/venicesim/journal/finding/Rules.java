package dev.venicesim.journal.finding;

import java.util.List;

/** Every rule, in the order their findings are told. */
public final class Rules {

    private static final List<Rule<?>> ALL = List.of(
            new PaidTwice(),
            new LinkDropped(),
            new NeverFetched(),
            new KeyInUrl(),
            new NonceReused(),
            new LinkShared(),
            new PollsTooFast(),
            new PollsAfterEnd(),
            new IgnoresRetryAfter(),
            new HopelessRetry(),
            new QuoteDropsField());

    private Rules() {}

    static List<Rule<?>> list() {
        return ALL;
    }

    /** The names of all rules. */
    public static List<String> names() {
        return ALL.stream().map(rule -> rule.card().name()).toList();
    }
}
