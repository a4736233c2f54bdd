package dev.venicesim.store;

import dev.venicesim.world.StoreAwayException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Sittings over cells: how they begin, who follows whom in one, and how they are committed. */
final class Sittings {

    private final Cells cells;
    private final PostgresConnections connections;
    private final StateForm form;
    private final Executor closers;

    Sittings(Cells cells, PostgresConnections connections, StateForm form, Executor closers) {
        this.cells = cells;
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
     * Takes the sitting of a cell, or begins one, with this cell and others up to date.
     *
     * @throws StoreAwayException if the database cannot be asked
     */
    Sitting take(Cell cell, List<Cell> others) {
        cell.gate().acquireUninterruptibly();
        var taken = false;
        try {
            var left = cell.takeLeft();
            if (left != null) {
                taken = true;
                return joined(left, others);
            }
            var sitting = begin(cell, others);
            taken = true;
            return sitting;
        } finally {
            if (!taken) {
                cell.gate().release();
            }
        }
    }

    private Sitting joined(Sitting left, List<Cell> others) {
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

    private Sitting begin(Cell cell, List<Cell> others) {
        var asked = new ArrayList<>(others);
        asked.add(cell);
        var since = cells.since(asked);
        var begun = connections.begin(session -> session.lock(cell, since));
        try {
            cells.apply(since, begun.result());
            return new Sitting(cell, begun.session(), cells.nanos());
        } catch (RuntimeException | Error e) {
            connections.giveUp(begun.session());
            throw e;
        }
    }

    /** Brings other cells up to date within a sitting. */
    void refresh(Sitting sitting, List<Cell> others) {
        var since = cells.since(others);
        try {
            cells.apply(since, sitting.session().changes(since));
        } catch (SQLException e) {
            // what was begun is lost with it
            var failure = connections.failed(e);
            broken(sitting, failure);
            throw failure;
        }
    }

    /**
     * Leaves a sitting: to whoever waits for its cell, or else it is committed; by somebody else if nobody has to wait
     * for that.
     */
    void release(Sitting sitting) {
        var cell = sitting.cell();
        cell.closing(sitting.done());
        if (sitting.done().isDone()) {
            // broken
            cell.gate().release();
        } else if (cell.gate().hasQueuedThreads() && sitting.hasRoom(cells.nanos())) {
            cell.leave(sitting);
            cell.gate().release();
        } else if (sitting.isLasting()) {
            close(sitting);
        } else {
            closers.execute(() -> close(sitting));
        }
    }

    private void close(Sitting sitting) {
        try {
            if (sitting.isTouched()) {
                commit(sitting);
            } else {
                sitting.session().rollBack();
            }
            connections.give(sitting.session());
            sitting.done().complete(null);
        } catch (SQLException e) {
            var failure = connections.failed(e);
            broken(sitting, PostgresConnections.isUndone(e) ? new UndoneException(e) : failure);
        } catch (RuntimeException | Error e) {
            broken(sitting, e);
        } finally {
            sitting.cell().gate().release();
        }
    }

    private void broken(Sitting sitting, Throwable failure) {
        connections.giveUp(sitting.session());
        sitting.done().completeExceptionally(failure);
    }

    private void commit(Sitting sitting) throws SQLException {
        var cell = sitting.cell();
        var next = cell.version() + 1;
        var rows = new ArrayList<ChangedRow>();
        if (sitting.isReplaced()) {
            rows.add(
                    new ChangedRow(cell.name(), "", "", sitting.isAlive() ? Optional.of("1") : Optional.empty(), next));
        }
        var sink = new RowSink() {
            @Override
            public void put(StoredRow row) {
                rows.add(new ChangedRow(cell.name(), row.kind(), row.id(), Optional.of(row.value()), next));
            }

            @Override
            public void remove(String kind, String id) {
                rows.add(new ChangedRow(cell.name(), kind, id, Optional.empty(), next));
            }
        };
        sitting.changed()
                .forEach((kind, values) -> values.forEach(
                        (id, value) -> form.changes(form.kind(kind), id, sitting.written(kind, id), value, sink)));
        sitting.session()
                .commit(new PostgresSession.Changes(
                        cell.name(), next, sitting.isReplaced(), sitting.isLasting(), rows));
        cell.applyOwn(next, sitting);
    }

    /** What a commit that failed means to who waited for it. */
    static RuntimeException failure(CompletionException e) {
        var cause = e.getCause();
        if (cause instanceof StoreAwayException away) {
            return away;
        }
        return cause instanceof UndoneException
                ? new StoreAwayException("the database could not keep a change: " + cause.getMessage(), cause)
                : new IllegalStateException("a change could not be kept", cause);
    }
}
