package dev.venicesim.scenario;

import dev.venicesim.catalog.Glob;
import dev.venicesim.fault.SeededRandom;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Condition of a rule: which requests it is for; what is left out matches everything.
 *
 * @param endpoint the label of the operations it is for
 * @param nth which of those that fit the rest
 * @param chance the share of them that is taken, 0 to 1, drawn by the scenario's seed
 */
public record RuleCondition(
        Optional<String> endpoint,
        Glob model,
        Optional<PromptPattern> prompt,
        Optional<MatchOrdinal> nth,
        OptionalDouble chance) {

    /** Every request. */
    public static final RuleCondition ALWAYS =
            new RuleCondition(Optional.empty(), Glob.ANY, Optional.empty(), Optional.empty(), OptionalDouble.empty());

    public RuleCondition {
        if (chance.isPresent() && !(chance.getAsDouble() >= 0 && chance.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("chance is a number from 0 to 1, not " + chance.getAsDouble());
        }
    }

    /** Whether a request fits, counters and chance aside: such a request is counted. */
    boolean fits(MatchInput asked) {
        return endpoint.map(named -> named.equals(asked.operation().label())).orElse(true)
                && model.matches(asked.model())
                && prompt.map(pattern -> pattern.foundIn(asked.prompt())).orElse(true);
    }

    /** Whether the n-th request that fits is taken. */
    boolean takes(long n, long seed) {
        return nth.map(which -> which.takes(n)).orElse(true)
                && (chance.isEmpty() || SeededRandom.uniform(seed, n) < chance.getAsDouble());
    }
}
