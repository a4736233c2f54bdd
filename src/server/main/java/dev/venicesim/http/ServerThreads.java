package dev.venicesim.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * The threads of one server: two that move bytes, eight for what takes long. The eight are the JDK's, since XNIO's own
 * pool starts the JVM's whole management to register itself.
 *
 * @param worker what Undertow runs on
 * @param tasks what the worker hands long work to
 */
record ServerThreads(XnioWorker worker, ExecutorService tasks) implements AutoCloseable {

    private static final int IO_THREADS = 2;
    private static final int TASK_THREADS = 8;

    /** Found once: the search opens every jar of the class path. */
    private static final Xnio XNIO = Xnio.getInstance(ServerThreads.class.getClassLoader());

    static {
        // It opens /dev/null when it is initialised. Left to the end of the first reply, at a moment without a free
        // file descriptor, that would break every
        // later reply, too
        try {
            Class.forName("org.xnio.channels.Channels", true, ServerThreads.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static ServerThreads open() {
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
        return new ServerThreads(worker, tasks);
    }

    @Override
    public void close() {
        worker.shutdownNow();
        tasks.shutdownNow();
    }
}
