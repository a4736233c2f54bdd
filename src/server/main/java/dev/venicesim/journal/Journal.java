package dev.venicesim.journal;

import dev.venicesim.journal.finding.FindingsEngine;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The latest requests of one world, and what they tell of the client. */
public final class Journal {

    /** Each costs every request of the world a tenth of a microsecond. */
    private static final int MAX_WAITS = 10_000;

    /** Whatever number comes next. */
    private static final long NEXT = -1;

    private final int capacity;
    private final FindingsEngine engine;
    private final ArrayDeque<Kept> entries = new ArrayDeque<>();
    private final Set<JournalWait> waits = new LinkedHashSet<>();
    private final ControlLog control = new ControlLog();
    private long count;
    private long weight;

    /** Weighed once: to walk through an old entry again costs more than to add a new one. */
    private record Kept(RequestRecord entry, long weight) {}

    Journal(int capacity, FindingsEngine engine) {
        this.capacity = capacity;
        this.engine = engine;
    }

    /** Adds an entry under the next number; entries past the cap go, oldest first. */
    Added add(RequestRecord entry) {
        return add(entry, NEXT);
    }

    /** Adds an entry under a number that others know it by. */
    Added add(RequestRecord entry, long number) {
        List<JournalWait> satisfied;
        Added added;
        synchronized (this) {
            var before = weight;
            count = number == NEXT ? count + 1 : number;
            var numbered = entry.numbered(count);
            var kept = new Kept(numbered, numbered.weight());
            entries.add(kept);
            weight += kept.weight();
            waits.forEach(wait -> wait.added(numbered));
            while (entries.size() > capacity) {
                dropEldest();
            }
            added = new Added(count, weight - before);
            satisfied = waits.isEmpty() ? List.of() : satisfied();
        }
        satisfied.forEach(JournalWait::satisfy);
        return added;
    }

    private List<JournalWait> satisfied() {
        return waits.stream().filter(JournalWait::isSatisfied).toList();
    }

    private void dropEldest() {
        var eldest = entries.remove();
        weight -= eldest.weight();
        waits.forEach(wait -> wait.dropped(eldest.entry()));
    }

    /** The number an entry got, and how much memory the journal took more for it. */
    record Added(long n, long weight) {}

    /** Takes down what was changed by hand; returns how much memory that takes. */
    synchronized long changed(ControlChange change) {
        return control.add(change.after(count));
    }

    /** All that is kept of what happened, at one moment. */
    public synchronized RecordedRun run() {
        return new RecordedRun(entries(), control.changes(), count - entries.size() + control.lost());
    }

    /** Drops the older half of the entries, and what was changed by hand; returns how much memory that gave back. */
    synchronized long halve() {
        var before = weight();
        control.forget();
        for (var drop = (entries.size() + 1) / 2; drop > 0; drop--) {
            dropEldest();
        }
        return before - weight();
    }

    synchronized long weight() {
        return weight + control.weight();
    }

    /** How many entries there ever were. */
    synchronized long total() {
        return count;
    }

    /** What is still kept, oldest first. */
    public synchronized List<RequestRecord> entries() {
        return entries.stream().map(Kept::entry).toList();
    }

    /** The entry with this number. */
    synchronized Optional<RequestRecord> numbered(long n) {
        return entries.stream().map(Kept::entry).filter(entry -> entry.n() == n).findFirst();
    }

    /** The entry whose reply carried this {@code CF-RAY}. */
    public synchronized Optional<RequestRecord> withRay(String ray) {
        return entries.stream()
                .map(Kept::entry)
                .filter(entry -> entry.ray().filter(ray::equals).isPresent())
                .findFirst();
    }

    /** What the requests tell of the client. */
    public FindingsEngine engine() {
        return engine;
    }

    /**
     * A wait that is satisfied once so many of the kept entries are wanted ones. It holds no thread, and costs a step
     * for each entry that comes or goes.
     *
     * @throws TooManyWaitsException if {@value #MAX_WAITS} wait already
     */
    public JournalWait await(Predicate<RequestRecord> wanted, int atLeast) {
        var wait = new JournalWait(wanted, atLeast, this::forget);
        synchronized (this) {
            if (waits.size() >= MAX_WAITS) {
                throw new TooManyWaitsException();
            }
            entries.forEach(kept -> wait.added(kept.entry()));
            if (!wait.isSatisfied()) {
                waits.add(wait);
                return wait;
            }
        }
        wait.satisfy();
        return wait;
    }

    private synchronized void forget(JournalWait wait) {
        waits.remove(wait);
    }

    /** How many wait. */
    synchronized int waiting() {
        return waits.size();
    }

    /** Refusal of a wait, since so many wait already that each request would take long. */
    public static final class TooManyWaitsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooManyWaitsException() {
            super(MAX_WAITS + " calls already wait for requests of this world; try again when some have ended");
        }
    }
}
