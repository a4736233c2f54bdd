package dev.venicesim.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Histogram of durations, from half a millisecond to ten seconds; to observe one costs two atomic additions. */
public final class DurationHistogram {

    private static final long[] BOUNDS_MICROS = {
        500,
        1_000,
        2_500,
        5_000,
        10_000,
        25_000,
        50_000,
        100_000,
        250_000,
        500_000,
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000
    };

    private final LongAdder[] buckets =
            Stream.generate(LongAdder::new).limit(BOUNDS_MICROS.length + 1L).toArray(LongAdder[]::new);
    private final LongAdder sum = new LongAdder();

    public void observe(long micros) {
        var bucket = 0;
        while (bucket < BOUNDS_MICROS.length && micros > BOUNDS_MICROS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        sum.add(micros);
    }

    /**
     * What was observed up to a bound.
     *
     * @param boundMicros the longest that is in it; {@link Long#MAX_VALUE} for the last, which holds everything
     * @param count how many were at most so long
     */
    public record Bucket(long boundMicros, long count) {}

    /**
     * What was observed so far.
     *
     * @param buckets each with all that is shorter; the last has everything
     */
    public record Reading(List<Bucket> buckets, long sumMicros) {

        /** How many durations there were. */
        public long count() {
            return buckets.get(buckets.size() - 1).count();
        }
    }

    /** What was observed so far; the count is that of the buckets, whatever is observed meanwhile. */
    public Reading read() {
        var read = new ArrayList<Bucket>();
        var count = 0L;
        for (var bucket = 0; bucket < buckets.length; bucket++) {
            count += buckets[bucket].sum();
            read.add(new Bucket(bucket < BOUNDS_MICROS.length ? BOUNDS_MICROS[bucket] : Long.MAX_VALUE, count));
        }
        return new Reading(List.copyOf(read), sum.sum());
    }
}
