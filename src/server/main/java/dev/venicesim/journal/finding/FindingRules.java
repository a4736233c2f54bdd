package dev.venicesim.journal.finding;

import java.util.List;

/** Every rule, in the order their findings are told. */
public final class FindingRules {

    private static final List<FindingRule<?>> ALL = List.of(
            new PaidTwice(),
            new PaidForFailure(),
            new LinkDropped(),
            new NeverFetched(),
            new ReplyLost(),
            new KeyInUrl(),
            new NonceReused(),
            new LinkShared(),
            new PollsTooFast(),
            new PollsAfterEnd(),
            new IgnoresRetryAfter(),
            new HopelessRetry(),
            new QuoteDropsField(),
            new SendsDefaults());

    private FindingRules() {}

    static List<FindingRule<?>> list() {
        return ALL;
    }

    /** The names of all rules. */
    public static List<String> names() {
        return ALL.stream().map(rule -> rule.card().name()).toList();
    }
}
