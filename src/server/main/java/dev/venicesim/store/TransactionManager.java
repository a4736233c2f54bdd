package dev.venicesim.store;

import dev.venicesim.world.StoreAwayException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Manager of transactions over partitions: how they begin, who follows whom in one, and how they are committed. */
final class TransactionManager {

    private final PartitionCache partitions;
    private final PostgresConnections connections;
    private final StateForm form;
    private final Executor closers;

    TransactionManager(PartitionCache partitions, PostgresConnections connections, StateForm form, Executor closers) {
        this.partitions = partitions;
        this.connections = connections;
        this.form = form;
        this.closers = closers;
    }

    /** A commit that failed for certain, and that may go well the next time. */
    static final class UndoneException extends Exception {
        private static final long serialVersionUID = 1;

        UndoneException(SQLException cause) {
            super(cause);
        }
    }

    /**
     * Takes the transaction of a partition, or begins one, with this partition and others up to date.
     *
     * @throws StoreAwayException if the database cannot be asked
     */
    PartitionTransaction take(Partition partition, List<Partition> others) {
        partition.gate().acquireUninterruptibly();
        var taken = false;
        try {
            var left = partition.takeLeft();
            if (left != null) {
                taken = true;
                return joined(left, others);
            }
            var transaction = begin(partition, others);
            taken = true;
            return transaction;
        } finally {
            if (!taken) {
                partition.gate().release();
            }
        }
    }

    private PartitionTransaction joined(PartitionTransaction left, List<Partition> others) {
        left.join();
        try {
            if (!others.isEmpty()) {
                refresh(left, others);
            }
            return left;
        } catch (RuntimeException | Error e) {
            release(left);
            throw e;
        }
    }

    private PartitionTransaction begin(Partition partition, List<Partition> others) {
        var asked = new ArrayList<>(others);
        asked.add(partition);
        var since = partitions.since(asked);
        var begun = connections.begin(session -> session.lock(partition, since));
        try {
            partitions.apply(since, begun.result());
            return new PartitionTransaction(partition, begun.session(), partitions.nanos());
        } catch (RuntimeException | Error e) {
            connections.giveUp(begun.session());
            throw e;
        }
    }

    /** Brings other partitions up to date within a transaction. */
    void refresh(PartitionTransaction transaction, List<Partition> others) {
        var since = partitions.since(others);
        try {
            partitions.apply(since, transaction.session().changes(since));
        } catch (SQLException e) {
            // what was begun is lost with it
            var failure = connections.failed(e);
            broken(transaction, failure);
            throw failure;
        }
    }

    /**
     * Leaves a transaction: to whoever waits for its partition, or else it is committed; by somebody else if nobody has
     * to wait for that.
     */
    void release(PartitionTransaction transaction) {
        var partition = transaction.partition();
        partition.closing(transaction.done());
        if (transaction.done().isDone()) {
            // broken
            partition.gate().release();
        } else if (partition.gate().hasQueuedThreads() && transaction.hasRoom(partitions.nanos())) {
            partition.leave(transaction);
            partition.gate().release();
        } else if (transaction.isLasting()) {
            close(transaction);
        } else {
            closers.execute(() -> close(transaction));
        }
    }

    private void close(PartitionTransaction transaction) {
        try {
            if (transaction.isTouched()) {
                commit(transaction);
            } else {
                transaction.session().rollBack();
            }
            connections.give(transaction.session());
            transaction.done().complete(null);
        } catch (SQLException e) {
            var failure = connections.failed(e);
            broken(transaction, PostgresConnections.isUndone(e) ? new UndoneException(e) : failure);
        } catch (RuntimeException | Error e) {
            broken(transaction, e);
        } finally {
            transaction.partition().gate().release();
        }
    }

    private void broken(PartitionTransaction transaction, Throwable failure) {
        connections.giveUp(transaction.session());
        transaction.done().completeExceptionally(failure);
    }

    private void commit(PartitionTransaction transaction) throws SQLException {
        var partition = transaction.partition();
        var next = partitions.versionAfter(partition.version());
        var rows = new ArrayList<ChangedRow>();
        if (transaction.isReplaced()) {
            rows.add(new ChangedRow(
                    partition.name(), "", "", transaction.isAlive() ? Optional.of("1") : Optional.empty(), next));
        }
        var sink = new RowSink() {
            @Override
            public void put(StoredRow row) {
                rows.add(new ChangedRow(partition.name(), row.kind(), row.id(), Optional.of(row.value()), next));
            }

            @Override
            public void remove(String kind, String id) {
                rows.add(new ChangedRow(partition.name(), kind, id, Optional.empty(), next));
            }
        };
        transaction
                .changed()
                .forEach((kind, values) -> values.forEach(
                        (id, value) -> form.changes(form.kind(kind), id, transaction.written(kind, id), value, sink)));
        transaction
                .session()
                .commit(new PostgresSession.Changes(
                        partition.name(), next, transaction.isReplaced(), transaction.isLasting(), rows));
        partition.applyOwn(next, transaction);
    }

    /** What a commit that failed means to who waited for it. */
    static RuntimeException failure(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof StoreAwayException away) {
            return away;
        }
        return cause instanceof UndoneException
                ? new StoreAwayException("the database could not keep a change: " + cause.getMessage(), cause)
                : new IllegalStateException("a change could not be kept", cause);
    }
}
