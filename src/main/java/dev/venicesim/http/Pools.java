package dev.venicesim.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * The threads of one server: two that move bytes, eight for what takes long. The eight are the JDK's, since XNIO's own pool starts the JVM's whole
 * management to register itself.
 *
 * @param worker what Undertow runs on
 * @param tasks what the worker hands long work to
 */
record Pools(XnioWorker worker, ExecutorService tasks) implements AutoCloseable {

    private static final int IO_THREADS = 2;
    private static final int TASK_THREADS = 8;

    /** Found once: the search opens every jar of the class path. */
    private static final Xnio XNIO = Xnio.getInstance(Pools.class.getClassLoader());

    static Pools open() {
        var count = new AtomicInteger();
        var tasks = Executors.newFixedThreadPool(TASK_THREADS, task -> {
            var thread = new Thread(task, "venice-sim task-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        var worker = XNIO.createWorkerBuilder()
                .populateFromOptions(OptionMap.create(Options.THREAD_DAEMON, true))
                .setWorkerName("venice-sim")
                .setWorkerIoThreads(IO_THREADS)
                .setExternalExecutorService(tasks)
                .build();
        return new Pools(worker, tasks);
    }

    @Override
    public void close() {
        worker.shutdownNow();
        tasks.shutdownNow();
    }
}
