package dev.venicesim.store;

import dev.venicesim.world.StoreAwayException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to a database, a bounded number of them. None is tried before it is used: what begins a transaction may
 * be sent again over another connection, and a trial would cost a round trip each time.
 */
final class PostgresConnections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresConnections.class);

    /** So that three replicas leave room in the hundred that a database admits by default. */
    private static final int MOST = 12;

    private static final int TRIES = 3;

    /** Serialisation failure, deadlock, a lock, a statement or a transaction that took too long: nothing was done. */
    private static final Set<String> UNDONE = Set.of("40001", "40P01", "55P03", "57014", "25P03");

    private final PostgresAddress address;
    private final Semaphore permits = new Semaphore(MOST, true);
    private final Deque<PostgresSession> idle = new ArrayDeque<>();
    private volatile boolean away;
    private volatile boolean closed;

    PostgresConnections(PostgresAddress address) {
        this.address = address;
    }

    /** Work over a session, which may be done again over another one. */
    @FunctionalInterface
    interface Work<T> {
        T on(PostgresSession session) throws SQLException;
    }

    /**
     * A session with the first thing that is done over it.
     *
     * @param session to be given back or given up
     */
    record Begun<T>(PostgresSession session, T result) {}

    /**
     * Begins something that may be begun again, over other sessions, while sessions break.
     *
     * @throws StoreAwayException if the database cannot be asked
     */
    <T> Begun<T> begin(Work<T> work) {
        assert !Thread.currentThread().getName().contains(" I/O-") : "a thread that reads connections must not wait";
        if (away || closed) {
            throw new StoreAwayException("the database is away");
        }
        permits.acquireUninterruptibly();
        var kept = false;
        try {
            for (var attempt = 1; ; attempt++) {
                var session = take(attempt);
                try {
                    var begun = new Begun<>(session, work.on(session));
                    kept = true;
                    return begun;
                } catch (SQLException e) {
                    session.close();
                    if (attempt == TRIES || !isPassing(e)) {
                        throw failed(e);
                    }
                } catch (RuntimeException | Error e) {
                    session.close();
                    throw e;
                }
            }
        } finally {
            if (!kept) {
                permits.release();
            }
        }
    }

    /** One that was used before, but after a failure a new one: when one is broken all may be. */
    private PostgresSession take(int attempt) {
        synchronized (idle) {
            if (attempt > 1) {
                idle.forEach(PostgresSession::close);
                idle.clear();
            }
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        try {
            return connect();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    PostgresSession connect() throws SQLException {
        return new PostgresSession(DriverManager.getConnection(address.jdbcUrl(), address.properties()));
    }

    /** A session that stays the same, past any pooler; for the caller to close. */
    PostgresSession connectDirectly() throws SQLException {
        return new PostgresSession(DriverManager.getConnection(address.directJdbcUrl(), address.properties()));
    }

    /** Gives back a session that is in no transaction. */
    void give(PostgresSession session) {
        synchronized (idle) {
            if (closed) {
                session.close();
            } else {
                idle.push(session);
            }
        }
        permits.release();
    }

    /** Gives up a session, with whatever it had begun. */
    void giveUp(PostgresSession session) {
        session.close();
        permits.release();
    }

    /** Whether what failed may go well the next time. */
    static boolean isPassing(SQLException failure) {
        return isUndone(failure) || isLoss(failure);
    }

    /** Whether it is certain that nothing was done, and it may go well the next time. */
    static boolean isUndone(SQLException failure) {
        return UNDONE.contains(String.valueOf(failure.getSQLState()));
    }

    /** Whether the connection is lost, or the database goes. */
    static boolean isLoss(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }

    /** What a failure means to who asked; one that no second trial mends is a bug. */
    RuntimeException failed(SQLException failure) {
        if (isPassing(failure)
                || failure.getSQLState() == null
                || failure.getSQLState().startsWith("28")) {
            if (isLoss(failure)) {
                isAway(true);
            }
            return new StoreAwayException("the database cannot be asked: " + failure.getMessage(), failure);
        }
        return new IllegalStateException("the database refuses a statement: " + failure.getMessage(), failure);
    }

    boolean isAway() {
        return away;
    }

    void isAway(boolean now) {
        if (away != now && !closed) {
            LOG.warn(
                    now
                            ? "the database {} is away; calls that need it are answered with 503"
                            : "the database {} is back",
                    address);
        }
        away = now;
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(PostgresSession::close);
            idle.clear();
        }
    }
}
