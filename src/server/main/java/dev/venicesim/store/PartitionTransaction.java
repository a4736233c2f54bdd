package dev.venicesim.store;

import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKind;
import dev.venicesim.world.StateStore.Page;
import dev.venicesim.world.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Transaction over one partition: it has the partition's lock, and the changes that it will write. Several units of work
 * may follow each other in one, and then wait for the same commit. For whoever has the partition's gate.
 */
final class PartitionTransaction {

    /** Past either nobody else is let in, so that other processes get their turn. */
    private static final int MOST_MEMBERS = 64;

    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Partition partition;
    private final PostgresSession session;
    private final long begunNanos;
    private final Map<String, Map<String, Optional<Object>>> changed = new LinkedHashMap<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private boolean alive;
    private boolean replaced;
    private boolean touched;
    private boolean lasting;
    private int members = 1;

    PartitionTransaction(Partition partition, PostgresSession session, long begunNanos) {
        this.partition = partition;
        this.session = session;
        this.begunNanos = begunNanos;
        this.alive = partition.isAlive();
    }

    Partition partition() {
        return partition;
    }

    PostgresSession session() {
        return session;
    }

    boolean hasRoom(long nanos) {
        return members < MOST_MEMBERS && nanos - begunNanos < MOST_NANOS && !done.isDone();
    }

    void join() {
        members++;
    }

    /** Completes when it is committed. */
    CompletableFuture<Void> done() {
        return done;
    }

    /** Completes when it is committed; exceptionally with what that means to who waits. */
    CompletionStage<Void> kept() {
        return done.exceptionally(failure -> {
            throw TransactionManager.failure(failure);
        });
    }

    /** Whether anything is to be written. */
    boolean isTouched() {
        return touched;
    }

    /** Whether more than tallies are. */
    boolean isLasting() {
        return lasting;
    }

    /** Whether nothing stays of what the partition held before. */
    boolean isReplaced() {
        return replaced;
    }

    boolean isAlive() {
        return alive;
    }

    /** What changed, by kind and id. */
    Map<String, Map<String, Optional<Object>>> changed() {
        return changed;
    }

    void create() {
        if (!alive) {
            alive = true;
            replaced = true;
            touched = true;
            lasting = true;
        }
    }

    void drop() {
        changed.clear();
        alive = false;
        replaced = true;
        touched = true;
        lasting = true;
    }

    /** What was written of a value last. */
    Optional<Object> written(String kind, String id) {
        return replaced ? Optional.empty() : partition.find(kind, id);
    }

    <V> Optional<V> find(StateKey<V> key) {
        var kind = key.kind();
        var mine = changed.getOrDefault(kind.name(), Map.of()).get(key.id());
        return (mine != null ? mine : written(kind.name(), key.id())).map(kind.type()::cast);
    }

    @SuppressWarnings("ReferenceEquality")
    <V, R> R compute(StateKey<V> key, Function<Optional<V>, Transition<V, R>> transition) {
        if (!alive) {
            return transition.apply(Optional.empty()).result();
        }
        var before = find(key);
        var step = transition.apply(before);
        if (before.orElse(null) != step.value().orElse(null)) {
            changed.computeIfAbsent(key.kind().name(), kind -> new LinkedHashMap<>())
                    .put(key.id(), step.value().map(Object.class::cast));
            touched = true;
            lasting |= !key.kind().tally() && !step.tally();
        }
        return step.result();
    }

    <V> List<V> list(StateKind<V> kind, Page page) {
        return replaced
                ? over(kind).list(kind, Map.of(), page)
                : partition.list(kind, changed.getOrDefault(kind.name(), Map.of()), page);
    }

    <V> SortedMap<String, V> entries(StateKind<V> kind) {
        return replaced
                ? over(kind).entries(kind, Map.of())
                : partition.entries(kind, changed.getOrDefault(kind.name(), Map.of()));
    }

    <V> Optional<V> eldest(StateKind<V> kind) {
        return replaced
                ? over(kind).eldest(kind, Map.of())
                : partition.eldest(kind, changed.getOrDefault(kind.name(), Map.of()));
    }

    private WorldValues over(StateKind<?> kind) {
        var values = new WorldValues();
        changed.getOrDefault(kind.name(), Map.of()).forEach((id, value) -> values.put(kind.name(), id, value));
        return values;
    }
}
