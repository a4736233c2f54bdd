package dev.venicesim.journal;

import dev.venicesim.journal.finding.Watch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The latest requests of one world, and what they tell of the client. */
public final class Journal {

    private final int capacity;
    private final Watch watch;
    private final ArrayDeque<Kept> entries = new ArrayDeque<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private long count;
    private long weight;

    /** Weighed once: to walk through an old entry again costs more than to add a new one. */
    private record Kept(Entry entry, long weight) {}

    private record Waiter(Predicate<Entry> wanted, int count, CompletableFuture<Boolean> done) {}

    Journal(int capacity, Watch watch) {
        this.capacity = capacity;
        this.watch = watch;
    }

    /** Adds an entry under the next number; entries past the cap go, oldest first. */
    Added add(Entry entry) {
        List<Waiter> satisfied;
        Added added;
        synchronized (this) {
            var before = weight;
            var numbered = entry.numbered(++count);
            var kept = new Kept(numbered, numbered.weight());
            entries.add(kept);
            weight += kept.weight();
            while (entries.size() > capacity) {
                weight -= entries.remove().weight();
            }
            added = new Added(count, weight - before);
            satisfied = satisfied();
        }
        satisfied.forEach(waiter -> waiter.done().complete(true));
        return added;
    }

    /** The number an entry got, and how much memory the journal took more for it. */
    record Added(long n, long weight) {}

    /** Drops the older half of the entries; returns how much memory that gave back. */
    synchronized long halve() {
        var before = weight;
        for (var drop = (entries.size() + 1) / 2; drop > 0; drop--) {
            weight -= entries.remove().weight();
        }
        return before - weight;
    }

    synchronized long weight() {
        return weight;
    }

    /** How many entries there ever were. */
    synchronized long total() {
        return count;
    }

    /** What is still kept, oldest first. */
    public synchronized List<Entry> entries() {
        return entries.stream().map(Kept::entry).toList();
    }

    /** What the requests tell of the client. */
    public Watch watch() {
        return watch;
    }

    /** Comes true once so many of the kept entries are wanted ones, false after so many milliseconds; holds no thread meanwhile. */
    public CompletionStage<Boolean> await(Predicate<Entry> wanted, int atLeast, long millis) {
        var waiter = new Waiter(wanted, atLeast, new CompletableFuture<>());
        synchronized (this) {
            if (isSatisfied(waiter)) {
                return CompletableFuture.completedFuture(true);
            }
            waiters.add(waiter);
        }
        return waiter.done()
                .completeOnTimeout(false, millis, TimeUnit.MILLISECONDS)
                .whenComplete((ignored, failure) -> forget(waiter));
    }

    private synchronized void forget(Waiter waiter) {
        waiters.remove(waiter);
    }

    private List<Waiter> satisfied() {
        if (waiters.isEmpty()) {
            return List.of();
        }
        var done = waiters.stream().filter(this::isSatisfied).toList();
        waiters.removeAll(done);
        return done;
    }

    private boolean isSatisfied(Waiter waiter) {
        return entries.stream()
                        .map(Kept::entry)
                        .filter(waiter.wanted())
                        .limit(waiter.count())
                        .count()
                >= waiter.count();
    }
}
