package dev.venicesim.store;

import dev.venicesim.world.StoreAwayException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Listener to what other servers append to the journal, over a connection of its own. Behind a pooler it may hear
 * nothing, and nobody says so; therefore it calls out to itself over another connection now and then, and counts as
 * hearing only as long as the call arrives.
 */
final class JournalListener implements AutoCloseable {

    private static final long AGAIN_SECONDS = 30;
    private static final int SLICE_MILLIS = 500;
    private static final int SLICES_BETWEEN_CALLS = 20;

    /** Longer than a database takes that has much to do. */
    static final int CALL_MILLIS = 2_000;

    /** What does not come from any server's journal, and so tells nothing but that it is heard. */
    private static final String CALL = "?";

    private final PostgresConnections others;
    private final SessionSource source;
    private final String server;
    private final Runnable news;
    private final int callMillis;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean hears;

    /** Source of the session that listens. */
    @FunctionalInterface
    interface SessionSource {
        PostgresSession open() throws SQLException;
    }

    /**
     * A listener that has not begun.
     *
     * @param others over which it calls out to itself
     * @param source of the session that listens, past any pooler
     * @param server this one, whose own notes are no news
     * @param news told when another server has appended something, and when it begins to hear
     * @param callMillis so long it waits for its call
     */
    JournalListener(PostgresConnections others, SessionSource source, String server, Runnable news, int callMillis) {
        this.others = others;
        this.source = source;
        this.server = server;
        this.news = news;
        this.callMillis = callMillis;
        this.thread = new Thread(this::run, "venice-sim-listener");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Whether what others append is heard at once. */
    boolean hears() {
        return hears;
    }

    private void run() {
        try {
            do {
                listen();
            } while (!closed.await(AGAIN_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens until it is closed, or finds that it does not hear. */
    void listen() {
        try (var session = source.open()) {
            session.journal().listen();
            while (isCallHeard(session)) {
                hears = true;
                // what came before it was heard
                news.run();
                for (int slice = 0; slice < SLICES_BETWEEN_CALLS && isOpen(); slice++) {
                    tell(session.journal().heard(SLICE_MILLIS));
                }
            }
        } catch (SQLException | StoreAwayException e) {
            // who watches the database tells of it, and the journal is looked at all the same
            return;
        } finally {
            hears = false;
        }
    }

    private boolean isCallHeard(PostgresSession session) throws SQLException {
        if (!isOpen()) {
            return false;
        }
        var call = CALL + server;
        var called = others.begin(other -> {
            other.journal().tell(call);
            return call;
        });
        others.give(called.session());
        var slice = Math.min(SLICE_MILLIS, callMillis);
        for (int waited = 0; waited < callMillis; waited += slice) {
            var heard = session.journal().heard(slice);
            tell(heard);
            if (heard.contains(call)) {
                return true;
            }
        }
        return false;
    }

    private void tell(List<String> heard) {
        if (heard.stream().anyMatch(from -> !from.equals(server) && !from.startsWith(CALL))) {
            news.run();
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
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
