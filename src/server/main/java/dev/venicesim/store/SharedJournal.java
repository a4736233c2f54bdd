package dev.venicesim.store;

import dev.venicesim.journal.JournalLog;
import dev.venicesim.journal.JournalNote;
import dev.venicesim.world.StoreAwayException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Log of journals in a table that all servers of a database append to and follow. Notes are appended by one thread, as
 * many at once as there are, and come back in the order of the table; those of other servers when the database says that
 * there are some, when somebody asks, and at intervals, which are short where nobody can hear the database.
 */
public final class SharedJournal implements JournalLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedJournal.class);

    /** Between two looks while nothing is heard of other servers, and while it is. */
    private static final long DEAF_MILLIS = 200;

    private static final long HEARING_MILLIS = 800;

    /** So many notes wait for a database that is away; older ones are let go of. */
    private static final int MOST_WAITING = 10_000;

    private static final int AT_ONCE = 500;

    private final PostgresConnections connections;
    private final StateForm form;
    private final String server;
    private final JournalListener listener;
    private final Deque<Numbered> waiting = new ArrayDeque<>();
    private final Object turn = new Object();
    private Sink sink = (from, n, note) -> {};
    private long last;
    private long appended;
    private boolean news;
    private volatile boolean closed;

    /** A note with its number among those of this server. */
    private record Numbered(long own, JournalNote note) {}

    /**
     * A log.
     *
     * @param server what tells this process from others
     */
    SharedJournal(PostgresConnections connections, StateForm form, String server) {
        this.connections = connections;
        this.form = form;
        this.server = server;
        this.listener = new JournalListener(
                connections, connections::connectDirectly, server, this::hear, JournalListener.CALL_MILLIS);
    }

    /** Hands on the latest of what is in the log, and from now on what comes to it. */
    public void follow(Sink to) {
        synchronized (turn) {
            sink = to;
            last = Math.max(0, asked(session -> session.journal().end()) - PostgresSchema.KEPT_NOTES);
        }
        catchUp();
        var thread = new Thread(this::run, "venice-sim-journal");
        thread.setDaemon(true);
        thread.start();
        listener.start();
    }

    private void hear() {
        synchronized (waiting) {
            news = true;
            waiting.notifyAll();
        }
    }

    private void run() {
        try {
            while (!closed) {
                rest();
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until there is something to append or to read: early, since the table should have the order of the requests. */
    @SuppressWarnings("WaitNotInLoop") // the loop is in run()
    private void rest() throws InterruptedException {
        synchronized (waiting) {
            if (waiting.isEmpty() && !news && !closed) {
                waiting.wait(listener.hears() ? HEARING_MILLIS : DEAF_MILLIS);
            }
            news = false;
        }
    }

    private void look() throws InterruptedException {
        try {
            catchUp();
        } catch (StoreAwayException e) {
            // who watches the database tells of it; the next look may find it back
            pause();
        } catch (RuntimeException e) {
            LOG.error("the journal cannot be followed", e);
        }
    }

    @SuppressWarnings("WaitNotInLoop") // for a while, whatever happens meanwhile
    private void pause() throws InterruptedException {
        synchronized (turn) {
            turn.wait(DEAF_MILLIS);
        }
    }

    @Override
    public void append(JournalNote note) {
        synchronized (waiting) {
            appended++;
            waiting.add(new Numbered(appended, note));
            waiting.notifyAll();
            if (waiting.size() > MOST_WAITING) {
                waiting.remove();
            }
        }
    }

    @Override
    public void catchUp() {
        synchronized (turn) {
            for (var notes = next(); !notes.isEmpty(); notes = next()) {
                write(notes);
            }
            List<JournalRow> rows;
            do {
                rows = read();
                rows.forEach(this::take);
            } while (rows.size() == AT_ONCE);
        }
    }

    /** Notes that go into the table together: those of a world that has gone end with its end. */
    private List<Numbered> next() {
        var notes = new ArrayList<Numbered>();
        synchronized (waiting) {
            while (!waiting.isEmpty() && notes.size() < AT_ONCE) {
                var drops = waiting.element().note().isEnd();
                if (drops && !notes.isEmpty()) {
                    return notes;
                }
                notes.add(waiting.remove());
                if (drops) {
                    return notes;
                }
            }
        }
        return notes;
    }

    private void write(List<Numbered> notes) {
        try {
            var rows = notes.stream().map(this::row).toList();
            var clear = notes.get(0).note().isEnd();
            asked(session -> {
                session.journal().append(rows, clear);
                return true;
            });
        } catch (StoreAwayException e) {
            synchronized (waiting) {
                for (int i = notes.size() - 1; i >= 0; i--) {
                    waiting.addFirst(notes.get(i));
                }
            }
            throw e;
        }
    }

    private JournalRow row(Numbered numbered) {
        var note = numbered.note();
        return new JournalRow(0, note.world(), note.isRequest() ? 1 : 0, server, numbered.own(), form.text(note));
    }

    private List<JournalRow> read() {
        var from = last;
        return asked(session -> session.journal().after(from, AT_ONCE));
    }

    private <T> T asked(PostgresConnections.Work<T> question) {
        var begun = connections.begin(question);
        connections.give(begun.session());
        return begun.result();
    }

    private void take(JournalRow row) {
        last = row.seq();
        sink.take(row.server(), row.n(), form.note(row.note()));
    }

    @Override
    public void close() {
        listener.close();
        synchronized (waiting) {
            closed = true;
            waiting.notifyAll();
        }
        try {
            catchUp();
        } catch (StoreAwayException e) {
            LOG.warn("the last entries of the journal are lost with the database");
        }
    }
}
