package dev.venicesim.store;

import dev.venicesim.world.StateKey;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queue of changes on their way to a file, and the one thread that writes them. All that is there when it begins is
 * written together: the changes of one request, which nobody waits for until it ends, and those of others that ended
 * meanwhile.
 */
final class WriteQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriteQueue.class);

    /** After so long what nobody waits for is written too: tallies, and changes made after a reply. */
    private static final long IDLE_MILLIS = 1000;

    /** Writer of a batch. */
    @FunctionalInterface
    interface Writer {
        void write(Batch batch) throws StoreWriteException;
    }

    private final Writer writer;
    private final Thread thread;
    private final Object lock = new Object();
    private Batch open = new Batch();
    private @Nullable Batch writing;
    private boolean closed;
    private volatile boolean failing;

    WriteQueue(Writer writer) {
        this.writer = writer;
        this.thread = new Thread(this::run, "venice-sim-store");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void change(StateKey<?> key, boolean tally) {
        synchronized (lock) {
            open.change(key, tally);
        }
    }

    void drop(String world) {
        synchronized (lock) {
            open.drop(world);
        }
    }

    /** Whether a world was dropped after the batch that is being written was begun. */
    boolean isDropped(String world) {
        synchronized (lock) {
            return open.drops(world);
        }
    }

    /** Completes when what has changed so far is written; empty if it is. */
    Optional<CompletionStage<Void>> unsettled() {
        synchronized (lock) {
            if (open.isLasting()) {
                open.await();
                lock.notifyAll();
                return Optional.of(open.written());
            }
            return writing != null && writing.isLasting() ? Optional.of(writing.written()) : Optional.empty();
        }
    }

    boolean isFailing() {
        return failing;
    }

    private void run() {
        while (true) {
            var batch = next();
            if (batch.isPresent()) {
                write(batch.get());
            } else if (isClosed()) {
                return;
            }
        }
    }

    private boolean isClosed() {
        synchronized (lock) {
            return closed && open.isEmpty();
        }
    }

    /** The batch to be written now; empty if there is nothing to write yet, or somebody woke it too early. */
    @SuppressWarnings("WaitNotInLoop") // the loop is in run()
    private Optional<Batch> next() {
        synchronized (lock) {
            try {
                if (!closed && !(open.isAwaited() && open.isLasting())) {
                    lock.wait(IDLE_MILLIS);
                }
            } catch (InterruptedException e) {
                closed = true;
            }
            if (open.isEmpty()) {
                return Optional.empty();
            }
            writing = open;
            open = new Batch();
            return Optional.of(writing);
        }
    }

    private void write(Batch batch) {
        try {
            writer.write(batch);
            synchronized (lock) {
                writing = null;
                failing = false;
            }
            batch.written().complete(null);
        } catch (StoreWriteException | RuntimeException | Error e) {
            if (!failing) {
                LOG.error("the store cannot be written; requests that change something are answered with 503", e);
            }
            synchronized (lock) {
                writing = null;
                failing = true;
                if (closed) {
                    LOG.error(
                            "{} changes are lost: the store could not be written before the end",
                            batch.changed().size());
                } else {
                    open.take(batch);
                }
            }
            batch.written().completeExceptionally(e);
        }
    }

    /** Writes what is left. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
