package dev.venicesim.cli;

import dev.venicesim.kit.contract.run.Stop;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** Until it is released, SIGINT and SIGTERM ask the run to end, and the process lives until it has: jobs that were paid for are not left behind. */
final class Signal {

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    private Signal(Stop stop, PrintWriter err) {
        this.hook = new Thread(() -> await(stop, err), "venice-sim-check-stop");
    }

    static Signal stopping(Stop stop, PrintWriter err) {
        var signal = new Signal(stop, err);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void await(Stop stop, PrintWriter err) {
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
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, which is what the hook is for
            return;
        }
    }
}
