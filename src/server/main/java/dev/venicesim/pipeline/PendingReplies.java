package dev.venicesim.pipeline;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Requests that are kept waiting, by world: when a world closes, so do those that wait in it. */
public final class PendingReplies {

    /** Why a wait is over. */
    enum Over {
        /** Its time has come. */
        TIME,
        /** Its world was deleted or reset, or the server stops. */
        CLOSED
    }

    private final ConcurrentMap<String, Set<CompletableFuture<Over>>> byWorld = new ConcurrentHashMap<>();

    /** A wait that ends when it is completed or its world closes. */
    @SuppressWarnings("CollectionUndefinedEquality") // each wait is itself and no other
    CompletableFuture<Over> hold(String world) {
        var wait = new CompletableFuture<Over>();
        byWorld.compute(world, (id, waits) -> {
            var all = waits == null ? ConcurrentHashMap.<CompletableFuture<Over>>newKeySet() : waits;
            all.add(wait);
            return all;
        });
        var unused = wait.whenComplete((over, failure) -> byWorld.computeIfPresent(world, (id, waits) -> {
            waits.remove(wait);
            return waits.isEmpty() ? null : waits;
        }));
        return wait;
    }

    /** Ends every wait in a world. */
    public void release(String world) {
        var waits = byWorld.remove(world);
        if (waits != null) {
            waits.forEach(wait -> wait.complete(Over.CLOSED));
        }
    }

    /** Ends every wait. */
    public void releaseAll() {
        byWorld.keySet().forEach(this::release);
    }
}
