package dev.venicesim.kit.client;

import java.util.Arrays;
import java.util.Set;

/** Activity of a thread that takes part in a world's time and does not wait by it. */
enum ThreadActivity {
    /** It has ended, or is idle in its pool: it takes part no longer. */
    GONE,
    AT_WORK,
    /** It waits, but in real time: for a reply, for another thread, or by {@link Thread#sleep}. */
    REALLY_WAITING;

    private static final Set<String> IDLE =
            Set.of("java.util.concurrent.ThreadPoolExecutor.getTask", "java.util.concurrent.ForkJoinPool.awaitWork");

    /** By its state and its stack. */
    static ThreadActivity of(Thread thread) {
        return switch (thread.getState()) {
            case TERMINATED -> GONE;
            case WAITING, TIMED_WAITING -> isIdle(thread) ? GONE : REALLY_WAITING;
            default -> AT_WORK;
        };
    }

    private static boolean isIdle(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> IDLE.contains(frame.getClassName() + "." + frame.getMethodName()));
    }

    /** Where it stands: the innermost line that is not the JDK's own. */
    static String whereabouts(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .filter(frame -> frame.getLineNumber() > 0)
                .filter(frame -> !frame.getClassName().matches("(?:java|jdk|sun)\\..*"))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + " (" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")")
                .orElse("a line of the JDK");
    }
}
