package dev.venicesim.kit.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Task of a {@link WorldScheduler}, whose result is waited for by the world's clock. */
final class WorldTask<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {

    /** When it runs again after a run that was due at an instant and ended at another. */
    @FunctionalInterface
    interface Repetition {
        Optional<Instant> next(Optional<Instant> due, Instant ended);
    }

    private final WorldScheduler scheduler;
    private final long number;
    private final Optional<Repetition> repetition;
    private volatile Optional<Instant> due;
    private volatile Optional<Thread> runner = Optional.empty();
    private volatile boolean failed;

    WorldTask(
            WorldScheduler scheduler,
            Callable<V> work,
            long number,
            Optional<Instant> due,
            Optional<Repetition> repetition) {
        super(work);
        this.scheduler = scheduler;
        this.number = number;
        this.due = due;
        this.repetition = repetition;
    }

    /** Empty if the clock never gets there. */
    Optional<Instant> due() {
        return due;
    }

    @Override
    public boolean isPeriodic() {
        return repetition.isPresent();
    }

    @Override
    public void run() {
        if (repetition.isEmpty()) {
            run(() -> {
                super.run();
                return true;
            });
        } else if (run(super::runAndReset)) {
            due = repetition.get().next(due, scheduler.time().now());
            scheduler.again(this);
        }
    }

    private boolean run(BooleanSupplier run) {
        runner = Optional.of(Thread.currentThread());
        try {
            return run.getAsBoolean();
        } finally {
            runner = Optional.empty();
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        var time = scheduler.time();
        return time.change(() -> {
            var running = runner;
            var cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled && mayInterruptIfRunning) {
                running.ifPresent(time::interrupted);
            }
            return cancelled;
        });
    }

    /** Ends it without a run. */
    void fail(Throwable why) {
        setException(why);
    }

    @Override
    protected void setException(Throwable why) {
        failed = true;
        super.setException(why);
    }

    boolean hasResult() {
        return isDone() && !isCancelled() && !failed;
    }

    @Override
    protected void done() {
        scheduler.drop(this);
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
        scheduler.await(Optional.empty(), "for the result of a task", this::isDone);
        return super.get();
    }

    @Override
    public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        scheduler.await(Optional.of(VirtualTime.duration(timeout, unit)), "for the result of a task", this::isDone);
        if (!isDone()) {
            throw new TimeoutException();
        }
        return super.get();
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return due.map(at -> unit.convert(Duration.between(scheduler.time().now(), at)))
                .orElse(Long.MAX_VALUE);
    }

    @Override
    public int compareTo(Delayed other) {
        if (!(other instanceof WorldTask<?> task)) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
        var byTime = due.orElse(Instant.MAX).compareTo(task.due.orElse(Instant.MAX));
        return byTime == 0 ? Long.compare(number, task.number) : byTime;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
