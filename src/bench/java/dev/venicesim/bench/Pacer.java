package dev.venicesim.bench;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Spreads requests of many threads evenly: each waits for its turn. A load that falls behind does not catch up. */
final class Pacer {

    private final long gapNanos;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    Pacer(int perSecond) {
        gapNanos = 1_000_000_000L / perSecond;
    }

    void await() {
        var mine = next.updateAndGet(last -> Math.max(last + gapNanos, System.nanoTime()));
        for (var left = mine - System.nanoTime(); left > 0; left = mine - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
