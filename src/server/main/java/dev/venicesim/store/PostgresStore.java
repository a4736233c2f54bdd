package dev.venicesim.store;

import dev.venicesim.time.TimeSource;
import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKind;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.StoreAwayException;
import dev.venicesim.world.Transition;
import dev.venicesim.world.UnitOfWork;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Store in a PostgreSQL database that several processes share. What a process knows of a world it asks to be brought up
 * to date, in one round trip, when a request comes to it; what it changes it changes under the world's lock, which is
 * the database's, and writes in one transaction.
 */
public final class PostgresStore implements StateStore {

    /** By name alone: whoever keeps state elsewhere need not have it. */
    private static final String DRIVER = "org.postgresql.Driver";

    private static final int TRIES = 3;

    /** So many worlds are asked for at once. */
    private static final int AT_ONCE = 500;

    private final PartitionCache partitions;
    private final TransactionManager transactions;
    private final PostgresConnections connections;
    private final StoreThreads threads;
    private final DatabaseWatch watch;
    private final PatientExecutor aside;
    private final StateForm form = new StateForm();

    @SuppressWarnings("ThreadLocalUsage") // a unit is of one store, and so is its thread's place for it
    private final ThreadLocal<PostgresUnitOfWork> current = new ThreadLocal<>();

    private PostgresStore(PostgresAddress address) {
        this.connections = new PostgresConnections(address);
        this.threads = new StoreThreads();
        this.partitions = new PartitionCache(connections, form);
        this.transactions = new TransactionManager(partitions, connections, form, threads.closers());
        this.aside = new PatientExecutor(threads.workers());
        this.watch = new DatabaseWatch(connections, partitions, aside::goOn);
    }

    /**
     * Opens the store in a database; its tables are made if they do not exist.
     *
     * @throws CannotOpenStoreException if the database cannot be had, or is of a later version
     */
    static PostgresStore open(PostgresAddress address) {
        var failures = new PostgresFailures(address);
        try {
            Class.forName(DRIVER);
        } catch (ClassNotFoundException e) {
            throw failures.noDriver(e);
        }
        var store = new PostgresStore(address);
        try (var session = store.connections.connect()) {
            PostgresSchema.prepare(session, failures);
        } catch (SQLException e) {
            store.close();
            throw failures.open(e);
        } catch (CannotOpenStoreException e) {
            store.close();
            throw e;
        }
        store.watch.start();
        return store;
    }

    @Override
    public <V> Optional<V> find(StateKey<V> key) {
        var partition = partitions.of(key);
        var unit = current.get();
        if (unit != null) {
            return unit.find(partition, key);
        }
        partitions.refresh(List.of(partition));
        return partition.find(key.kind().name(), key.id()).map(key.kind().type()::cast);
    }

    @Override
    public <V, R> R compute(StateKey<V> key, Function<Optional<V>, Transition<V, R>> transition) {
        var partition = partitions.of(key);
        var unit = current.get();
        return unit != null
                ? unit.over(partition).compute(key, transition)
                : alone(partition, transaction -> transaction.compute(key, transition));
    }

    @Override
    public void letGo() {
        var unit = current.get();
        if (unit != null) {
            unit.leave();
        }
    }

    /** Does one thing to a partition and waits until it is kept. */
    private <R> R alone(Partition partition, Function<PartitionTransaction, R> change) {
        for (var attempt = 1; ; attempt++) {
            // what the change reads, it reads in the same transaction
            var unit = new PostgresUnitOfWork(partitions, transactions, false);
            current.set(unit);
            PartitionTransaction transaction;
            R result;
            try {
                transaction = unit.over(partition);
                result = change.apply(transaction);
            } finally {
                current.remove();
                unit.close();
            }
            try {
                transaction.done().join();
                return result;
            } catch (CompletionException e) {
                if (attempt == TRIES || !(e.getCause() instanceof TransactionManager.UndoneException)) {
                    throw TransactionManager.failure(e);
                }
            }
        }
    }

    @Override
    public <V> List<V> list(String world, StateKind<V> kind, Page page) {
        var unit = current.get();
        if (world.equals(SERVER)) {
            if (unit != null) {
                unit.leave();
            }
            var values = new ArrayList<V>();
            for (var row : partitions.serverValues(kind, page)) {
                var one = new WorldValues();
                form.apply(List.of(row), one);
                one.find(row.kind(), row.id()).map(kind.type()::cast).ifPresent(values::add);
            }
            return values;
        }
        var partition = partitions.named(world);
        if (unit != null) {
            return unit.list(partition, kind, page);
        }
        partitions.refresh(List.of(partition));
        return partition.list(kind, Map.of(), page);
    }

    @Override
    public <V> SortedMap<String, V> entries(String world, StateKind<V> kind) {
        var partition = partitions.named(world);
        var unit = current.get();
        if (unit != null) {
            return unit.entries(partition, kind);
        }
        partitions.refresh(List.of(partition));
        return partition.entries(kind, Map.of());
    }

    @Override
    public <V> Optional<V> eldest(String world, StateKind<V> kind) {
        var partition = partitions.named(world);
        var unit = current.get();
        if (unit != null) {
            return unit.eldest(partition, kind);
        }
        partitions.refresh(List.of(partition));
        return partition.eldest(kind, Map.of());
    }

    @Override
    public void create(String world) {
        if (!world.equals(SERVER)) {
            change(world, PartitionTransaction::create);
        }
    }

    @Override
    public void drop(String world) {
        change(world, PartitionTransaction::drop);
    }

    private void change(String world, java.util.function.Consumer<PartitionTransaction> change) {
        var partition = partitions.named(world);
        var unit = current.get();
        if (unit != null) {
            change.accept(unit.over(partition));
            return;
        }
        alone(partition, transaction -> {
            change.accept(transaction);
            return true;
        });
    }

    @Override
    public boolean blocks() {
        return true;
    }

    @Override
    public UnitOfWork begin(UnitOfWork.Purpose purpose) {
        if (current.get() != null) {
            throw new IllegalStateException("a unit of work is under way on this thread");
        }
        var unit = new PostgresUnitOfWork(partitions, transactions, purpose.changing());
        try {
            purpose.credential().ifPresent(unit::lead);
        } catch (RuntimeException | Error e) {
            unit.end();
            throw e;
        }
        current.set(unit);
        return new UnitOfWork() {
            @Override
            public Optional<CompletionStage<Void>> end() {
                if (current.get() != unit) {
                    return Optional.empty();
                }
                current.remove();
                return unit.end();
            }
        };
    }

    @Override
    public void expect(Collection<String> worlds) {
        var all = worlds.stream().map(partitions::named).toList();
        var unit = current.get();
        for (var first = 0; first < all.size(); first += AT_ONCE) {
            var some = all.subList(first, Math.min(all.size(), first + AT_ONCE));
            if (unit != null) {
                unit.refresh(some);
            } else {
                partitions.refresh(some);
            }
        }
    }

    @Override
    public TimeSource time(TimeSource own) {
        var time = new DatabaseTime(own);
        watch.measuring(time);
        try {
            var begun = connections.begin(session -> {
                time.measure(session);
                return time;
            });
            connections.give(begun.session());
        } catch (StoreAwayException e) {
            // the watch measures when it is back
        }
        return time;
    }

    /** The log that journals of all servers of this database are kept by; to be followed, and closed before this. */
    public SharedJournal journal(String server) {
        return new SharedJournal(connections, form, server);
    }

    @Override
    public void aside(Runnable change) {
        aside.execute(change);
    }

    @Override
    public boolean isAvailable() {
        return !connections.isAway();
    }

    @Override
    public void close() {
        watch.close();
        threads.close();
        connections.close();
    }
}
