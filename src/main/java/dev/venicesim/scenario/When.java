package dev.venicesim.scenario;

import dev.venicesim.catalog.Glob;
import dev.venicesim.fault.Draw;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which requests a rule is for; what is left out matches everything.
 *
 * @param nth which of those that fit the rest
 * @param chance the share of them that is taken, 0 to 1, drawn by the scenario's seed
 */
public record When(
        Optional<Endpoint> endpoint,
        Glob model,
        Optional<PromptPattern> prompt,
        Optional<Nth> nth,
        OptionalDouble chance) {

    /** Every request. */
    public static final When ALWAYS =
            new When(Optional.empty(), Glob.ANY, Optional.empty(), Optional.empty(), OptionalDouble.empty());

    public When {
        if (chance.isPresent() && !(chance.getAsDouble() >= 0 && chance.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("chance is a number from 0 to 1, not " + chance.getAsDouble());
        }
    }

    /** Whether a request fits, counters and chance aside: such a request is counted. */
    boolean fits(Asked asked) {
        return endpoint.map(named -> named == asked.endpoint()).orElse(true)
                && model.matches(asked.model())
                && prompt.map(pattern -> pattern.foundIn(asked.prompt())).orElse(true);
    }

    /** Whether the n-th request that fits is taken. */
    boolean takes(long n, long seed) {
        return nth.map(which -> which.takes(n)).orElse(true)
                && (chance.isEmpty() || Draw.uniform(seed, n) < chance.getAsDouble());
    }
}
