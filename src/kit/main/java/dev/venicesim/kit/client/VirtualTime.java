package dev.venicesim.kit.client;

import dev.venicesim.time.Durations;
import dev.venicesim.time.TimeSource;
import dev.venicesim.time.WorldClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Time of a world that the client under test shares: it goes on only while every thread that takes part waits for it,
 * and then to the earliest instant that one of them waits for.
 */
final class VirtualTime {

    /** How long a thread that takes part may wait in real time, as for a reply, while others wait by this clock. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How long a deadline waits, at its instant, for those who wait in real time. */
    private static final Duration COURTESY = Duration.ofSeconds(1);

    /** Threads end and go idle without saying so. */
    private static final long LOOK_AGAIN_MILLIS = 20;

    /**
     * What a world's clock shows.
     *
     * @param shared whether it stands still but for what the client waits
     */
    record Reading(Instant now, boolean shared) {}

    /** The world's clock itself, a control call away. */
    interface Source {

        Reading read();

        /** Makes it the client's clock too. */
        Reading share();

        Reading moveTo(Instant due);
    }

    private record Waiter(Thread thread, Awaited awaited) {

        @Override
        public String toString() {
            return thread.getName() + " " + awaited;
        }
    }

    private final Source source;
    private final TimeSource real;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Thread> members = new LinkedHashSet<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private Optional<Instant> shown = Optional.empty();
    private Optional<String> ended = Optional.empty();
    private long changedNanos;

    VirtualTime(Source source, TimeSource real) {
        this.source = source;
        this.real = real;
    }

    /** Makes the world's clock the client's, if it is not yet. */
    Instant share() {
        return look(() -> {
            if (shown.isEmpty()) {
                shown = Optional.of(source.share().now());
                changed();
            }
            return shown.get();
        });
    }

    /** What the clock shows; known without a call while nobody but the client moves it. */
    Instant now() {
        return look(() -> shown.orElseGet(() -> source.read().now()));
    }

    /** Moves the clock, which nobody reads meanwhile. */
    Instant move(Supplier<Reading> move) {
        return change(() -> {
            var reading = move.get();
            shown = reading.shared() ? Optional.of(reading.now()) : Optional.empty();
            return reading.now();
        });
    }

    /** Makes the world anew, and its clock with it. */
    void reset(Runnable reset) {
        change(() -> {
            reset.run();
            shown = Optional.empty();
            return shown;
        });
    }

    /** Ends it: who waits, or begins to, is told why. */
    void end(String why) {
        change(() -> ended = Optional.of(why));
    }

    void join() {
        enter(Thread.currentThread());
    }

    void enter(Thread thread) {
        change(() -> members.add(thread));
    }

    void leave() {
        change(() -> members.remove(Thread.currentThread()));
    }

    /** Takes note that a thread was interrupted: it waits no longer, though it may not know yet. */
    void interrupted(Thread thread) {
        change(() -> waiters.removeIf(waiter -> waiter.thread() == thread));
    }

    void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!duration.isNegative() && !duration.isZero()) {
            join();
            var due = later(share(), duration);
            var what = "to sleep " + Durations.format(duration);
            await(Awaited.instant(what, () -> due, () -> false));
        }
    }

    /** Returns once that is over; the calling thread counts as one that waits meanwhile, whether it takes part or not. */
    void await(Awaited awaited) throws InterruptedException {
        var waiter = new Waiter(Thread.currentThread(), awaited);
        lock.lockInterruptibly();
        try {
            waiters.add(waiter);
            changed();
            var closely = false;
            var over = awaited.isDone() || awaited.isDue(share());
            while (!over) {
                if (ended.isPresent()) {
                    throw new IllegalStateException(ended.get());
                }
                if (!goesOn(closely)) {
                    closely = !changed.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                }
                over = isOver(awaited);
            }
        } catch (ControlException e) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
            }
            throw e;
        } finally {
            waiters.remove(waiter);
            changed();
            lock.unlock();
        }
    }

    /** Does something that those who wait may wait for. */
    <T> T change(Supplier<T> change) {
        return look(() -> {
            var result = change.get();
            changed();
            return result;
        });
    }

    /** Reads what {@link #change} writes. */
    <T> T look(Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    /** A delay as the JDK's schedulers take it, to the second where nanoseconds cannot count that far. */
    static Duration duration(long amount, TimeUnit unit) {
        var nanos = unit.toNanos(amount);
        return nanos == Long.MAX_VALUE ? Duration.ofSeconds(unit.toSeconds(amount)) : Duration.ofNanos(nanos);
    }

    /** An instant from now; empty if the clock never gets there. */
    static Optional<Instant> later(Instant now, Duration delay) {
        return delay.compareTo(Duration.between(now, WorldClock.LATEST)) >= 0
                ? Optional.empty()
                : Optional.of(now.plus(delay.isNegative() ? Duration.ZERO : delay));
    }

    private void changed() {
        changedNanos = real.nanos();
        changed.signalAll();
    }

    /** A deadline passes at its instant, but after everything that others do at that instant. */
    private boolean isOver(Awaited awaited) {
        var now = share();
        return awaited.isOver(now) || (awaited.isDue(now) && allHaveActed(now));
    }

    private boolean allHaveActed(Instant now) {
        if (waiters.stream().anyMatch(waiter -> waiter.awaited().isOver(now))) {
            return false;
        }
        var courteous = real.nanos() - changedNanos < COURTESY.toNanos();
        return busy().stream().allMatch(thread -> !courteous && ThreadActivity.of(thread) != ThreadActivity.AT_WORK);
    }

    private boolean goesOn(boolean closely) {
        var now = share();
        if (waiters.stream().anyMatch(waiter -> isOver(waiter.awaited()))) {
            return false;
        }
        members.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        if (closely) {
            lookClosely(now);
        }
        if (!busy().isEmpty()) {
            return false;
        }
        var due = waiters.stream()
                .flatMap(waiter -> waiter.awaited().due().get().stream())
                .min(Instant::compareTo)
                .orElseThrow(() -> new IllegalStateException("nobody is due: the world's time stands at " + now
                        + ", and all who take part in it wait for something that no time brings: " + waiting()));
        move(() -> source.moveTo(due));
        return true;
    }

    private void lookClosely(Instant now) {
        var busy = busy();
        busy.stream()
                .filter(thread -> ThreadActivity.of(thread) == ThreadActivity.GONE)
                .forEach(members::remove);
        if (real.nanos() - changedNanos < PATIENCE.toNanos()) {
            return;
        }
        var blocked = busy.stream()
                .filter(thread -> ThreadActivity.of(thread) == ThreadActivity.REALLY_WAITING)
                .toList();
        if (!blocked.isEmpty()) {
            throw new IllegalStateException(
                    "the world's time stands at " + now + ", since not all who take part in it wait for it: "
                            + blocked.stream()
                                    .map(thread -> thread.getName() + " waits in real time, at "
                                            + ThreadActivity.whereabouts(thread))
                                    .collect(Collectors.joining("; "))
                            + "; " + waiting()
                            + ". Let it wait by world.clock().sleeper(), or call world.clock().leave() in it before it waits for other threads");
        }
    }

    /** Who takes part and does not wait by this clock. */
    private List<Thread> busy() {
        return members.stream()
                .filter(thread -> waiters.stream().noneMatch(waiter -> waiter.thread() == thread))
                .toList();
    }

    private String waiting() {
        return waiters.stream().map(Waiter::toString).collect(Collectors.joining("; "));
    }
}
