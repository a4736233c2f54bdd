package dev.venicesim.store;

import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKind;
import dev.venicesim.world.StateStore.Page;
import dev.venicesim.world.UnitOfWork;
import dev.venicesim.world.WorldRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Unit of work over a shared store. It has one partition locked at a time, so that no two units wait for each other; what
 * it has read of other partitions it does not ask for again. For one thread.
 */
final class PostgresUnitOfWork implements UnitOfWork {

    private final PartitionCache partitions;
    private final TransactionManager transactions;
    private final boolean changing;
    private final Set<Partition> fresh = new HashSet<>();
    private @Nullable PartitionTransaction transaction;

    /** A unit that, if it is a changing one, locks the first world that it reads. */
    PostgresUnitOfWork(PartitionCache partitions, TransactionManager transactions, boolean changing) {
        this.partitions = partitions;
        this.transactions = transactions;
        this.changing = changing;
    }

    /** Reads what a credential leads to, and locks that if this process knew it before. */
    void lead(StateKey<String> credential) {
        var known = partitions.of(credential);
        var nobody = partitions.named(WorldRegistry.ANONYMOUS);
        var guess = known.find(credential.kind().name(), credential.id()).map(String.class::cast);
        if (guess.isEmpty() || !changing) {
            refresh(List.of(nobody, known));
            return;
        }
        lock(partitions.named(guess.get()), List.of(nobody, known));
        if (!known.find(credential.kind().name(), credential.id()).equals(guess.map(Object.class::cast))) {
            leave();
        }
    }

    <V> Optional<V> find(Partition partition, StateKey<V> key) {
        var open = toRead(partition);
        return open.isPresent()
                ? open.get().find(key)
                : partition.find(key.kind().name(), key.id()).map(key.kind().type()::cast);
    }

    <V> List<V> list(Partition partition, StateKind<V> kind, Page page) {
        var open = toRead(partition);
        return open.isPresent() ? open.get().list(kind, page) : partition.list(kind, Map.of(), page);
    }

    <V> SortedMap<String, V> entries(Partition partition, StateKind<V> kind) {
        var open = toRead(partition);
        return open.isPresent() ? open.get().entries(kind) : partition.entries(kind, Map.of());
    }

    <V> Optional<V> eldest(Partition partition, StateKind<V> kind) {
        var open = toRead(partition);
        return open.isPresent() ? open.get().eldest(kind) : partition.eldest(kind, Map.of());
    }

    /** The transaction, if it is over this partition; otherwise the partition is up to date by then. */
    private Optional<PartitionTransaction> toRead(Partition partition) {
        if (isOver(partition)) {
            return Optional.ofNullable(transaction);
        }
        if (fresh.contains(partition)) {
            return Optional.empty();
        }
        if (changing
                && transaction == null
                && !partition.isServer()
                && !partition.name().equals(WorldRegistry.ANONYMOUS)) {
            return Optional.of(over(partition));
        }
        refresh(List.of(partition));
        return Optional.empty();
    }

    private boolean isOver(Partition partition) {
        return transaction != null && transaction.partition() == partition;
    }

    /** The transaction over a partition; the one before, if it was over another, is left. */
    PartitionTransaction over(Partition partition) {
        var open = transaction;
        if (open != null && open.partition() == partition) {
            return open;
        }
        leave();
        return lock(partition, List.of());
    }

    private PartitionTransaction lock(Partition partition, List<Partition> others) {
        var open = transactions.take(partition, others);
        transaction = open;
        fresh.addAll(others);
        fresh.remove(partition);
        return open;
    }

    /** Leaves what it has locked, and waits until that is kept: what is read of it from now on is read elsewhere. */
    void leave() {
        var open = unlock();
        if (open != null && open.isTouched()) {
            try {
                open.done().join();
            } catch (CompletionException e) {
                throw TransactionManager.failure(e);
            }
        }
    }

    private @Nullable PartitionTransaction unlock() {
        var open = transaction;
        if (open != null) {
            transaction = null;
            fresh.add(open.partition());
            transactions.release(open);
        }
        return open;
    }

    void refresh(List<Partition> asked) {
        var stale = asked.stream()
                .filter(partition -> !isOver(partition) && !fresh.contains(partition))
                .toList();
        if (stale.isEmpty()) {
            return;
        }
        if (transaction != null) {
            transactions.refresh(transaction, stale);
        } else {
            partitions.refresh(stale);
        }
        fresh.addAll(stale);
    }

    @Override
    public Optional<CompletionStage<Void>> end() {
        var open = unlock();
        return open == null || !open.isLasting() ? Optional.empty() : Optional.of(open.kept());
    }
}
