package dev.venicesim.fault;

import java.time.Duration;

/** Latency: how long a delay is. */
public sealed interface Latency {

    /** Longest delay there is. */
    Duration MAX = Duration.ofHours(24);

    /** The delay of the n-th request it strikes; the same for the same n. */
    Duration of(long n);

    /** Always the same. */
    record Fixed(Duration duration) implements Latency {
        public Fixed {
            requireInRange(duration);
        }

        @Override
        public Duration of(long n) {
            return duration;
        }
    }

    /**
     * Lognormal, as latencies of networks are: half below the median, a long tail above, cut off at {@code max}.
     *
     * @param sigma spread of the logarithm, 0 to 5; 0.5 puts one in ten above 1.9 medians
     * @param seed fixes the sequence
     */
    record Lognormal(Duration median, double sigma, Duration max, long seed) implements Latency {
        public Lognormal {
            requireInRange(median);
            requireInRange(max);
            if (!(sigma >= 0) || sigma > 5) {
                throw new IllegalArgumentException("sigma is a number from 0 to 5, not " + sigma);
            }
        }

        @Override
        public Duration of(long n) {
            var nanos = median.toNanos() * StrictMath.exp(sigma * SeededRandom.gaussian(seed, n));
            return nanos >= max.toNanos() ? max : Duration.ofNanos((long) nanos);
        }
    }

    private static void requireInRange(Duration duration) {
        if (duration.isNegative() || duration.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("a delay is from 0 to 24h, not " + duration);
        }
    }
}
