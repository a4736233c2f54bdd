package dev.venicesim.cli;

import dev.venicesim.contract.run.Cancellation;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/**
 * Handler of SIGINT and SIGTERM: until it is released, both ask the run to end, and the process lives until it has, so
 * that jobs that were paid for are not left behind.
 */
final class ShutdownSignal {

    private final CountDownLatch over = new CountDownLatch(1);
    private final PrintWriter out;
    private final Thread hook;

    private ShutdownSignal(Cancellation stop, PrintWriter out, PrintWriter err) {
        this.out = out;
        this.hook = new Thread(() -> await(stop, err), "venice-sim-check-stop");
    }

    static ShutdownSignal stopping(Cancellation stop, PrintWriter out, PrintWriter err) {
        var signal = new ShutdownSignal(stop, out, err);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void await(Cancellation stop, PrintWriter err) {
        err.println("venice-sim: interrupted; nothing more is paid for");
        err.flush();
        stop.ask();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run has ended and its reports are written. */
    void release() {
        // from then on the process may end at any moment
        out.flush();
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, which is what the hook is for
            return;
        }
    }
}
