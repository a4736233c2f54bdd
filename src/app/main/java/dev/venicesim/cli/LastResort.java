package dev.venicesim.cli;

import java.io.PrintStream;

/**
 * Handler of errors that nobody caught. Where memory ran out the process ends at once, as a JVM does that was told so
 * with {@code -XX:+ExitOnOutOfMemoryError}: threads that died of it are not started again, and who still connects would
 * wait for ever.
 */
final class LastResort implements Thread.UncaughtExceptionHandler {

    /** What a JVM that was told to exit exits with. */
    static final int OUT_OF_MEMORY = 3;

    private final PrintStream err;

    private LastResort(PrintStream err) {
        this.err = err;
    }

    /** For all threads of this process that have no handler of their own. */
    static void install() {
        Thread.setDefaultUncaughtExceptionHandler(new LastResort(System.err));
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            try {
                err.println("venice-sim: out of memory; give the JVM more, such as java -Xmx512m -jar venice-sim.jar");
            } finally {
                Runtime.getRuntime().halt(OUT_OF_MEMORY);
            }
        }
        err.println("Exception in thread \"" + thread.getName() + "\"");
        failure.printStackTrace(err);
    }
}
