package dev.venicesim.media.probe.read;

import java.time.Duration;

/** Arithmetic on numbers a file claims: non-negative, and stopping at the largest long. */
final class SaturatingMath {

    private static final long NANOS = 1_000_000_000L;

    private SaturatingMath() {}

    static long multiply(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    static long add(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** {@code units / unitsPerSecond} seconds, rounded to the nanosecond; nothing where the scale is no scale. */
    static Duration seconds(long units, long unitsPerSecond) {
        if (units <= 0 || unitsPerSecond <= 0 || unitsPerSecond > 1L << 32) {
            return Duration.ZERO;
        }
        long rest = units % unitsPerSecond * NANOS;
        return Duration.ofSeconds(units / unitsPerSecond, (rest + unitsPerSecond / 2) / unitsPerSecond);
    }
}
