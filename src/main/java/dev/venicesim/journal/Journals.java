package dev.venicesim.journal;

import dev.venicesim.journal.finding.Event;
import dev.venicesim.journal.finding.Watch;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** The journals of all worlds, bounded by entries in each and by memory together. */
public final class Journals {

    private static final int MEMORY_SHARE = 16;

    /** About what a rule's memory of one subject takes. */
    private static final int REMEMBERED_BYTES = 320;

    private static final int LEAST_REMEMBERED = 1024;

    private final int perWorld;
    private final long maxWeight;
    private final long maxRemembered;
    private final Bodies bodies = new Bodies();
    private final AtomicLong weight = new AtomicLong();
    private final AtomicLong remembered = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final ConcurrentMap<String, Journal> byWorld = new ConcurrentHashMap<>();

    /**
     * Journals of a given length, together at most a sixteenth of the heap; what findings are drawn from takes as much again.
     *
     * @param perWorld entries kept per world; 0 keeps none
     */
    public Journals(int perWorld) {
        this(perWorld, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
    }

    Journals(int perWorld, long maxWeight) {
        this.perWorld = perWorld;
        this.maxWeight = maxWeight;
        this.maxRemembered = Math.max(LEAST_REMEMBERED, maxWeight / REMEMBERED_BYTES);
    }

    /** Adds an entry and returns its number in its world. */
    public long add(String world, Entry entry) {
        var added = opened(world).add(entry);
        if (weight.addAndGet(added.weight()) > maxWeight) {
            shrink();
        }
        return added.n();
    }

    /** Lets a world's findings take note of a request. */
    public void see(String world, Event event) {
        remember(opened(world).watch().see(event));
    }

    /** Lets a world's findings take note that the client had hung up before the reply to a request seen before. */
    public void lose(String world, Event event) {
        of(world).ifPresent(journal -> remember(journal.watch().lose(event)));
    }

    private void remember(int more) {
        if (more > 0 && remembered.addAndGet(more) > maxRemembered) {
            forget();
        } else if (more < 0) {
            remembered.addAndGet(more);
        }
    }

    /** The journal of a world, made if it has none. */
    public Journal opened(String world) {
        var journal = byWorld.get(world);
        return journal != null ? journal : byWorld.computeIfAbsent(world, id -> new Journal(perWorld, new Watch()));
    }

    public Optional<Journal> of(String world) {
        return Optional.ofNullable(byWorld.get(world));
    }

    public void drop(String world) {
        var gone = byWorld.remove(world);
        if (gone != null) {
            weight.addAndGet(-gone.weight());
            dropped.addAndGet(gone.total());
            remembered.addAndGet(-gone.watch().size());
        }
    }

    /** How many requests were ever taken down, those of dropped journals included. */
    public long total() {
        return byWorld.values().stream().mapToLong(Journal::total).sum() + dropped.get();
    }

    /** How bodies are kept. */
    public Bodies bodies() {
        return bodies;
    }

    long weight() {
        return weight.get();
    }

    long remembered() {
        return remembered.get();
    }

    /** The worlds of which most is remembered forget half, until an eighth of the memory is free. */
    private synchronized void forget() {
        var largestFirst = byWorld.values().stream()
                .map(journal -> new Sized<>(journal.watch(), journal.watch().size()))
                .sorted()
                .toList();
        for (var world : largestFirst) {
            if (remembered.get() <= maxRemembered - maxRemembered / 8) {
                return;
            }
            remembered.addAndGet(-world.of().halve());
        }
    }

    /** The largest journals give up their older halves until an eighth of the memory is free. */
    private synchronized void shrink() {
        var largestFirst = byWorld.values().stream()
                .map(journal -> new Sized<>(journal, journal.weight()))
                .sorted()
                .toList();
        for (var world : largestFirst) {
            if (weight.get() <= maxWeight - maxWeight / 8) {
                return;
            }
            weight.addAndGet(-world.of().halve());
        }
    }

    /** A thing by what it takes, the largest first; measured once, since sorting needs it to stand still. */
    private record Sized<T>(T of, long size) implements Comparable<Sized<T>> {
        @Override
        public int compareTo(Sized<T> other) {
            return Long.compare(other.size, size);
        }
    }
}
