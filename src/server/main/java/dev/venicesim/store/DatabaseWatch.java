package dev.venicesim.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watch over a database: it asks once in half a second whether the database is there, over a connection of its own, and
 * has what is gone for long swept away. So nobody waits for a database that is away, and it comes back by itself.
 */
final class DatabaseWatch implements AutoCloseable {

    private static final long LOOK_MILLIS = 500;
    private static final long MEASURE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long SWEEP_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final PostgresConnections connections;
    private final PartitionCache partitions;
    private final Runnable present;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable PostgresSession session;
    private long sweptNanos;
    private long measuredNanos;
    private volatile Optional<DatabaseTime> time = Optional.empty();

    /**
     * A watch that has not begun.
     *
     * @param present told at each look that the database is there
     */
    DatabaseWatch(PostgresConnections connections, PartitionCache partitions, Runnable present) {
        this.connections = connections;
        this.partitions = partitions;
        this.present = present;
        this.sweptNanos = partitions.nanos();
        this.measuredNanos = sweptNanos;
        this.thread = new Thread(this::run, "venice-sim-database");
        this.thread.setDaemon(true);
    }

    /** Has a time compared with the database's once in a minute. */
    void measuring(DatabaseTime measured) {
        time = Optional.of(measured);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Optional.ofNullable(session).ifPresent(PostgresSession::close);
        }
    }

    private void look() {
        if (partitions.nanos() - sweptNanos > SWEEP_NANOS) {
            sweptNanos = partitions.nanos();
            partitions.forget();
            ask(PostgresSchema::sweep);
        } else if (time.isPresent() && partitions.nanos() - measuredNanos > MEASURE_NANOS) {
            measuredNanos = partitions.nanos();
            ask(time.get()::measure);
        } else {
            ask(PostgresSession::ping);
        }
    }

    /** Something to ask a database. */
    @FunctionalInterface
    interface Question {
        void to(PostgresSession session) throws SQLException;
    }

    /** Takes the database for away if it does not answer; one that only gives up a statement is there. */
    void ask(Question question) {
        try {
            var open = session;
            if (open == null) {
                open = connections.connect();
                session = open;
            }
            question.to(open);
            connections.isAway(false);
            present.run();
        } catch (SQLException e) {
            Optional.ofNullable(session).ifPresent(PostgresSession::close);
            session = null;
            if (!PostgresConnections.isUndone(e)) {
                connections.isAway(true);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
