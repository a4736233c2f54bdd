package dev.venicesim.scenario;

import java.util.HashMap;
import java.util.Map;

/**
 * Counters of how many requests have fitted each rule since the scenario was set; part of a world's state. Immutable.
 *
 * @param counts rule, such as {@code jobs[0]}, to count
 */
public record MatchCounters(Map<String, Long> counts) {

    /** Nothing counted yet. */
    public static final MatchCounters EMPTY = new MatchCounters(Map.of());

    public MatchCounters {
        counts = Map.copyOf(counts);
    }

    /** How many have fitted a rule. */
    long of(String rule) {
        return counts.getOrDefault(rule, 0L);
    }

    MatchCounters plusOne(String rule) {
        var more = new HashMap<>(counts);
        more.merge(rule, 1L, Long::sum);
        return new MatchCounters(more);
    }
}
