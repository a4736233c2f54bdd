package dev.venicesim.kit.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scheduler on a world's clock: one thread runs the tasks one after the other, by the instant at which they are due and
 * then as they were scheduled. The thread takes part in the world's time, and ends when there is nothing to do.
 */
final class WorldScheduler extends AbstractExecutorService implements ScheduledExecutorService {

    private static final Logger LOG = LoggerFactory.getLogger(WorldScheduler.class);

    private final VirtualTime time;
    private final TreeSet<WorldTask<?>> queue = new TreeSet<>();
    private Optional<Thread> worker = Optional.empty();
    private boolean shutdown;
    private long scheduled;

    WorldScheduler(VirtualTime time) {
        this.time = time;
    }

    VirtualTime time() {
        return time;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(Executors.callable(command), delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return enqueue(task(callable, VirtualTime.duration(delay, unit), Optional.empty()));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        var step = step(period, unit, "period");
        return repeat(command, initialDelay, unit, (due, ended) -> due.flatMap(at -> VirtualTime.later(at, step)));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        var step = step(delay, unit, "delay");
        return repeat(command, initialDelay, unit, (due, ended) -> VirtualTime.later(ended, step));
    }

    private ScheduledFuture<?> repeat(Runnable command, long initialDelay, TimeUnit unit, WorldTask.Repetition again) {
        var first = VirtualTime.duration(initialDelay, unit);
        return enqueue(task(Executors.callable(command), first, Optional.of(again)));
    }

    private static Duration step(long amount, TimeUnit unit, String name) {
        if (amount <= 0) {
            throw new IllegalArgumentException(name + " is above 0, not " + amount);
        }
        return VirtualTime.duration(amount, unit);
    }

    @Override
    public void execute(Runnable command) {
        var task = command instanceof WorldTask<?> own
                ? own
                : task(Executors.callable(command), Duration.ZERO, Optional.empty());
        time.change(() -> add(task));
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return task(callable, Duration.ZERO, Optional.empty());
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
        return newTaskFor(Executors.callable(runnable, value));
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException {
        return List.copyOf(run(tasks, Optional.of(VirtualTime.duration(timeout, unit)), WorldScheduler::allDone));
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
        return decisive(run(tasks, Optional.empty(), WorldScheduler::anyDecided))
                .get();
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        var atMost = Optional.of(VirtualTime.duration(timeout, unit));
        var task = decisive(run(tasks, atMost, WorldScheduler::anyDecided));
        if (task.isCancelled()) {
            throw new TimeoutException();
        }
        return task.get();
    }

    /** Runs tasks until that is enough or the time is over, and cancels those that have not ended. */
    @SuppressWarnings("Interruption") // as the JDK's own schedulers do
    private <T> List<WorldTask<T>> run(
            Collection<? extends Callable<T>> tasks, Optional<Duration> atMost, Predicate<List<WorldTask<T>>> enough)
            throws InterruptedException {
        var submitted = tasks.stream()
                .map(task -> task(task, Duration.ZERO, Optional.empty()))
                .toList();
        try {
            time.change(() -> submitted.stream().allMatch(this::add));
            await(atMost, "for the results of tasks", () -> enough.test(submitted));
        } finally {
            submitted.forEach(task -> task.cancel(true));
        }
        return submitted;
    }

    private static <T> boolean allDone(List<WorldTask<T>> tasks) {
        return tasks.stream().allMatch(WorldTask::isDone);
    }

    private static <T> boolean anyDecided(List<WorldTask<T>> tasks) {
        return tasks.stream().anyMatch(WorldTask::hasResult) || allDone(tasks);
    }

    /** The first that has a result, else the last: since they run one after the other, it ends last. */
    private static <T> WorldTask<T> decisive(List<WorldTask<T>> tasks) {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("no tasks, so none has a result");
        }
        return tasks.stream().filter(WorldTask::hasResult).findFirst().orElseGet(() -> tasks.get(tasks.size() - 1));
    }

    /** Tasks that are scheduled still run, but none of them again. */
    @Override
    public void shutdown() {
        var repeated = time.change(() -> {
            shutdown = true;
            return queue.stream().filter(WorldTask::isPeriodic).toList();
        });
        repeated.forEach(task -> task.cancel(false));
    }

    @Override
    public List<Runnable> shutdownNow() {
        return time.change(() -> {
            shutdown = true;
            var left = List.<Runnable>copyOf(queue);
            queue.clear();
            worker.ifPresent(Thread::interrupt);
            worker.ifPresent(time::interrupted);
            return left;
        });
    }

    @Override
    public boolean isShutdown() {
        return time.look(() -> shutdown);
    }

    @Override
    public boolean isTerminated() {
        return time.look(this::hasEnded);
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        await(Optional.of(VirtualTime.duration(timeout, unit)), "for a scheduler to end", this::hasEnded);
        return isTerminated();
    }

    private boolean hasEnded() {
        return shutdown && queue.isEmpty() && worker.isEmpty();
    }

    void await(Optional<Duration> atMost, String what, BooleanSupplier done) throws InterruptedException {
        var due = atMost.flatMap(duration -> VirtualTime.later(time.share(), duration));
        time.await(Awaited.deadline(what, due, done));
    }

    /** Schedules a task once more that has run. */
    void again(WorldTask<?> task) {
        var ended = time.change(() -> shutdown || task.isCancelled() || !queue.add(task));
        if (ended) {
            task.cancel(false);
        }
    }

    void drop(WorldTask<?> task) {
        time.change(() -> queue.remove(task));
    }

    private <V> WorldTask<V> task(Callable<V> work, Duration delay, Optional<WorldTask.Repetition> repetition) {
        var due = VirtualTime.later(time.share(), delay);
        return time.change(() -> new WorldTask<>(this, work, scheduled++, due, repetition));
    }

    private <T extends WorldTask<?>> T enqueue(T task) {
        time.change(() -> add(task));
        return task;
    }

    private boolean add(WorldTask<?> task) {
        if (shutdown) {
            throw new RejectedExecutionException("this scheduler of a world's time is shut down");
        }
        if (worker.isEmpty()) {
            var started = new Thread(this::work, "world-scheduler");
            started.setDaemon(true);
            worker = Optional.of(started);
            // before it runs: nobody may move time meanwhile
            time.enter(started);
            started.start();
        }
        return queue.add(task);
    }

    private void work() {
        for (var task = next(); task.isPresent(); task = next()) {
            task.get().run();
            // meant for the task that has ended
            Thread.interrupted();
        }
    }

    /** The next task once it is due; empty if there is none left. */
    private Optional<WorldTask<?>> next() {
        while (true) {
            try {
                time.await(Awaited.instant("for the next task of its scheduler", this::headDue, queue::isEmpty));
            } catch (InterruptedException e) {
                // meant for a task that has ended, or by shutdownNow, which has emptied the queue
                continue;
            } catch (RuntimeException e) {
                fail(e);
            }
            var ended = time.change(this::endsIdle);
            if (ended) {
                return Optional.empty();
            }
            var task = time.change(this::takeDue);
            if (task.isPresent()) {
                return task;
            }
        }
    }

    private boolean endsIdle() {
        if (queue.isEmpty()) {
            worker = Optional.empty();
            time.leave();
        }
        return queue.isEmpty();
    }

    private Optional<WorldTask<?>> takeDue() {
        var now = time.share();
        return headDue().filter(due -> !due.isAfter(now)).map(due -> queue.pollFirst());
    }

    private Optional<Instant> headDue() {
        return queue.isEmpty() ? Optional.empty() : queue.first().due();
    }

    private void fail(RuntimeException why) {
        LOG.warn("a scheduler of a world's time ends, and its tasks fail: {}", why.getMessage());
        var left = time.change(() -> {
            shutdown = true;
            return List.copyOf(queue);
        });
        left.forEach(task -> task.fail(why));
    }
}
