package dev.venicesim.world;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Concurrency limiter: how many things of each holder are under way in this process. Connections do not outlive it, so
 * unlike all other state this is in no store.
 */
public final class ConcurrencyLimiter {

    private final int most;
    private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();

    /** Slots of which each holder may have so many at a time. */
    public ConcurrencyLimiter(int most) {
        this.most = most;
    }

    /** Takes a slot if one is free; whoever got one gives it back. */
    public boolean take(String holder) {
        var got = new boolean[1];
        taken.compute(holder, (key, count) -> {
            var before = count == null ? 0 : count;
            got[0] = before < most;
            return got[0] ? Integer.valueOf(before + 1) : count;
        });
        return got[0];
    }

    public void give(String holder) {
        taken.computeIfPresent(holder, (key, count) -> count == 1 ? null : count - 1);
    }
}
