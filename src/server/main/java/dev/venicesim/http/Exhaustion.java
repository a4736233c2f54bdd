package dev.venicesim.http;

/**
 * Reporter of memory that ran out. Whoever caught the error tells the thread's handler of uncaught ones, so that a
 * process that is the simulator's own can end rather than go on half dead, while a test suite's goes on.
 */
final class Exhaustion {

    private static final int DEEPEST_CAUSE = 8;

    private Exhaustion() {}

    /** Does nothing about any other failure. */
    static void report(Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof OutOfMemoryError error) {
                var thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, error);
                return;
            }
            cause = cause.getCause();
        }
    }
}
