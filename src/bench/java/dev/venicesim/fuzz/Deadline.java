package dev.venicesim.fuzz;

import java.util.concurrent.TimeUnit;

/**
 * Deadline in real time.
 *
 * @param nanos by {@link System#nanoTime()}
 */
record Deadline(long nanos) {

    static Deadline in(long seconds) {
        return new Deadline(System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    }

    /** Whichever is sooner. */
    Deadline or(Deadline other) {
        return nanos - other.nanos < 0 ? this : other;
    }

    boolean isOver() {
        return System.nanoTime() - nanos >= 0;
    }
}
