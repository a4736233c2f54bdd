package dev.venicesim.store;

import dev.venicesim.world.StateKey;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Batch of changes that are written together: which values changed, not what they are, since whoever writes a value
 * writes the latest.
 */
final class Batch {

    private final Set<StateKey<?>> changed = new LinkedHashSet<>();
    private final Set<String> dropped = new LinkedHashSet<>();
    private final CompletableFuture<Void> written = new CompletableFuture<>();
    private boolean lasting;
    private boolean awaited;

    void change(StateKey<?> key, boolean tally) {
        changed.add(key);
        lasting |= !tally;
    }

    void drop(String world) {
        changed.removeIf(key -> key.world().equals(world));
        dropped.add(world);
        lasting = true;
    }

    /** Takes over what an earlier batch failed to write. */
    void take(Batch failed) {
        failed.changed.stream().filter(key -> !dropped.contains(key.world())).forEach(changed::add);
        dropped.addAll(failed.dropped);
        lasting |= failed.lasting;
    }

    void await() {
        awaited = true;
    }

    boolean isAwaited() {
        return awaited;
    }

    boolean isEmpty() {
        return changed.isEmpty() && dropped.isEmpty();
    }

    /** Whether more than tallies is in it. */
    boolean isLasting() {
        return lasting;
    }

    Set<StateKey<?>> changed() {
        return changed;
    }

    Set<String> dropped() {
        return dropped;
    }

    boolean drops(String world) {
        return dropped.contains(world);
    }

    CompletableFuture<Void> written() {
        return written;
    }
}
