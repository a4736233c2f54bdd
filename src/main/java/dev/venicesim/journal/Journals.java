package dev.venicesim.journal;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The journals of all worlds. */
public final class Journals {

    private final int perWorld;
    private final ConcurrentMap<String, Journal> byWorld = new ConcurrentHashMap<>();

    /**
     * Journals of a given length.
     *
     * @param perWorld entries kept per world; 0 keeps none
     */
    public Journals(int perWorld) {
        this.perWorld = perWorld;
    }

    public void add(String world, Entry entry) {
        if (perWorld > 0) {
            byWorld.computeIfAbsent(world, id -> new Journal(perWorld)).add(entry);
        }
    }

    public Optional<Journal> of(String world) {
        return Optional.ofNullable(byWorld.get(world));
    }

    public void drop(String world) {
        byWorld.remove(world);
    }
}
