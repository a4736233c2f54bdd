package dev.venicesim.journal;

import dev.venicesim.journal.finding.Watch;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** The journals of all worlds, bounded by entries in each and by memory together. */
public final class Journals {

    private static final int MEMORY_SHARE = 16;

    private final int perWorld;
    private final long maxWeight;
    private final Bodies bodies = new Bodies();
    private final AtomicLong weight = new AtomicLong();
    private final ConcurrentMap<String, Journal> byWorld = new ConcurrentHashMap<>();

    /**
     * Journals of a given length, together at most a sixteenth of the heap.
     *
     * @param perWorld entries kept per world; 0 keeps none
     */
    public Journals(int perWorld) {
        this(perWorld, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
    }

    Journals(int perWorld, long maxWeight) {
        this.perWorld = perWorld;
        this.maxWeight = maxWeight;
    }

    /** Adds an entry and returns its number in its world. */
    public long add(String world, Entry entry) {
        var added = opened(world).add(entry);
        if (weight.addAndGet(added.weight()) > maxWeight) {
            shrink();
        }
        return added.n();
    }

    /** The journal of a world, made if it has none. */
    public Journal opened(String world) {
        var journal = byWorld.get(world);
        return journal != null
                ? journal
                : byWorld.computeIfAbsent(world, id -> new Journal(perWorld, new Watch(byWorld::size)));
    }

    public Optional<Journal> of(String world) {
        return Optional.ofNullable(byWorld.get(world));
    }

    public void drop(String world) {
        var gone = byWorld.remove(world);
        if (gone != null) {
            weight.addAndGet(-gone.weight());
        }
    }

    /** How bodies are kept. */
    public Bodies bodies() {
        return bodies;
    }

    long weight() {
        return weight.get();
    }

    /**
     * Journals that take far more than their share give up their older halves, or if there are none, those that take more than it, until an eighth of the memory
     * is free. A pass looks at every journal once and frees much: with ten thousand worlds it must not be needed for every request.
     */
    private synchronized void shrink() {
        while (weight.get() > maxWeight - maxWeight / 8) {
            var share = weight.get() / Math.max(1, byWorld.size());
            if (halve(2 * share) == 0 && halve(share) == 0) {
                return;
            }
        }
    }

    private long halve(long heavierThan) {
        long freed = 0;
        for (var journal : byWorld.values()) {
            if (journal.weight() >= heavierThan) {
                freed += journal.halve();
            }
        }
        weight.addAndGet(-freed);
        return freed;
    }
}
