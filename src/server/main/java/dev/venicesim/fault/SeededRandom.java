package dev.venicesim.fault;

/** Random numbers without a state: the n-th of a seed is always the same, on every machine. */
public final class SeededRandom {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private SeededRandom() {}

    /** The n-th 64 bits of a seed (SplitMix64). */
    public static long bits(long seed, long n) {
        var z = seed + GOLDEN * (n + 1);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The n-th number of a seed, evenly spread over [0, 1). */
    public static double uniform(long seed, long n) {
        return (bits(seed, n) >>> 11) * 0x1.0p-53;
    }

    /** The n-th number of a seed, normally distributed around 0 with deviation 1. */
    static double gaussian(long seed, long n) {
        var radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(seed, 2 * n)));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform(seed, 2 * n + 1));
    }
}
