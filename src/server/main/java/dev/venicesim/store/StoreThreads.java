package dev.venicesim.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads of a store that blocks.
 *
 * @param workers wait for each other, and for the database
 * @param closers wait for the database alone: what they do is what workers wait for
 */
record StoreThreads(ExecutorService workers, ExecutorService closers) implements AutoCloseable {

    private static final int WORKERS = 32;
    private static final int CLOSERS = 4;
    private static final long IDLE_SECONDS = 30;
    private static final long GRACE_SECONDS = 5;

    StoreThreads() {
        this(pool("venice-sim-store", WORKERS), pool("venice-sim-closer", CLOSERS));
    }

    private static ExecutorService pool(String name, int most) {
        var count = new AtomicInteger();
        var pool = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    var thread = new Thread(task, name + "-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Ends them once what they have begun is done. */
    @Override
    public void close() {
        try {
            for (var pool : new ExecutorService[] {workers, closers}) {
                pool.shutdown();
                if (!pool.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    pool.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
