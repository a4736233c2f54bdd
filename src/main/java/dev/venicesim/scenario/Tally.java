package dev.venicesim.scenario;

import java.util.HashMap;
import java.util.Map;

/**
 * How many requests have fitted each rule since the scenario was set; part of a world's state. Immutable.
 *
 * @param counts rule, such as {@code jobs[0]}, to count
 */
public record Tally(Map<String, Long> counts) {

    /** Nothing counted yet. */
    public static final Tally EMPTY = new Tally(Map.of());

    public Tally {
        counts = Map.copyOf(counts);
    }

    /** How many have fitted a rule. */
    long of(String rule) {
        return counts.getOrDefault(rule, 0L);
    }

    Tally plusOne(String rule) {
        var more = new HashMap<>(counts);
        more.merge(rule, 1L, Long::sum);
        return new Tally(more);
    }
}
