package dev.venicesim.stub;

import dev.venicesim.time.Alarm;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Threads on which mappings are evaluated, and nothing else is. A pattern that backtracks cannot be stopped, only left
 * alone: its request is answered when its time is over, and while it holds every thread, others are refused at once.
 * Requests that come near no mapping never notice.
 */
final class StubThreads {

    /** How long the evaluation of one request may take; ordinary mappings take microseconds. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final String SECONDS = LIMIT.toSeconds() + " s";

    static final int THREADS = 4;

    private static final int IDLE_SECONDS = 5;

    private final ThreadPoolExecutor pool;
    private final Alarm alarm;
    private final AtomicInteger overdue = new AtomicInteger();

    /** Refusal of work whose time is over, or that no thread is free for. */
    static final class OverdueException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private OverdueException(String says) {
            super(says, null, false, false);
        }
    }

    /** Threads that are there while there is work, with time limits kept by the JDK's own timer. */
    StubThreads() {
        this((delay, task) -> {
            var timer = new CompletableFuture<Boolean>();
            var unused = timer.completeOnTimeout(true, delay.toMillis(), TimeUnit.MILLISECONDS)
                    .thenAccept(isOver -> {
                        if (isOver) {
                            task.run();
                        }
                    });
            return () -> timer.complete(false);
        });
    }

    StubThreads(Alarm alarm) {
        this.alarm = alarm;
        var count = new AtomicInteger();
        this.pool = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    var thread = new Thread(task, "venice-sim stub-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Does some work here.
     *
     * @param late makes the result if the time is over before the work is done
     */
    <T> CompletionStage<T> run(Supplier<T> work, Function<OverdueException, T> late) {
        if (overdue.get() >= THREADS) {
            return CompletableFuture.completedFuture(late.apply(
                    new OverdueException("others have held every thread of the stubs for more than " + SECONDS)));
        }
        var task = new Task<>(work, late);
        task.callOff = alarm.after(LIMIT, task::expire);
        pool.execute(task);
        return task.done;
    }

    /** Does some work here that takes as long as it takes, since it is ours. */
    <T> CompletionStage<T> runOwn(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, pool);
    }

    /** Work, of which each end is noted once. */
    private final class Task<T> implements Runnable {
        private final Supplier<T> work;
        private final Function<OverdueException, T> late;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private Runnable callOff = () -> {};
        private State state = State.WAITING;

        Task(Supplier<T> work, Function<OverdueException, T> late) {
            this.work = work;
            this.late = late;
        }

        @Override
        @SuppressWarnings("PMD.AvoidCatchingThrowable") // whatever it was, its request has to be answered
        public void run() {
            if (!begin()) {
                return;
            }
            try {
                var result = work.get();
                end();
                done.complete(result);
            } catch (Throwable e) {
                end();
                done.completeExceptionally(e);
            }
        }

        private synchronized boolean begin() {
            if (state == State.OVER) {
                return false;
            }
            state = State.RUNNING;
            return true;
        }

        private synchronized void end() {
            callOff.run();
            if (state == State.OVERDUE) {
                overdue.decrementAndGet();
            }
            state = State.OVER;
        }

        void expire() {
            synchronized (this) {
                if (state == State.RUNNING) {
                    state = State.OVERDUE;
                    overdue.incrementAndGet();
                } else if (state == State.WAITING) {
                    state = State.OVER;
                } else {
                    return;
                }
            }
            done.complete(late.apply(new OverdueException("to evaluate it took more than " + SECONDS)));
        }
    }

    private enum State {
        WAITING,
        RUNNING,
        OVERDUE,
        OVER
    }
}
