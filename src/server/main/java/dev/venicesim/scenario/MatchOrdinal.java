package dev.venicesim.scenario;

import java.util.Set;

/** Ordinal of a match: which of the requests that fit a rule it takes, counted from 1. */
public sealed interface MatchOrdinal {

    boolean takes(long n);

    /** These: {@code nth: 2}, {@code nth: [1, 3]}. */
    record These(Set<Long> numbers) implements MatchOrdinal {
        public These {
            numbers = Set.copyOf(numbers);
        }

        @Override
        public boolean takes(long n) {
            return numbers.contains(n);
        }
    }

    /** Each so-manieth: {@code nth: { every: 3 }} takes the 3rd, the 6th and so on. */
    record Every(long step) implements MatchOrdinal {
        public Every {
            if (step < 1) {
                throw new IllegalArgumentException("every is 1 or more, not " + step);
            }
        }

        @Override
        public boolean takes(long n) {
            return n % step == 0;
        }
    }

    /** A run of them, both ends included: {@code nth: { from: 4 }}, {@code nth: { from: 1, to: 3 }}. */
    record Between(long from, long to) implements MatchOrdinal {
        public Between {
            if (from < 1 || to < from) {
                throw new IllegalArgumentException("from is 1 or more and to is not below it: " + from + ", " + to);
            }
        }

        @Override
        public boolean takes(long n) {
            return n >= from && n <= to;
        }
    }
}
