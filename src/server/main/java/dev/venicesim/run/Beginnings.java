package dev.venicesim.run;

import dev.venicesim.store.WorldSnapshot;
import dev.venicesim.world.World;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Beginnings of worlds: as they were declared, or for those that were made of a snapshot, as that stood. */
public final class Beginnings {

    private final ConcurrentMap<String, WorldSnapshot> restored = new ConcurrentHashMap<>();
    private final Instant since;

    /**
     * Beginnings of the worlds of one process.
     *
     * @param since when it began; of a world that is older, more may have happened than its journal has
     */
    public Beginnings(Instant since) {
        this.since = since;
    }

    /** Takes down that a world was made of a snapshot. */
    public void restored(World world, Instant now) {
        restored.put(world.id(), WorldSnapshot.of(world, now));
    }

    /** Forgets a world that goes, or is made anew. */
    public void drop(String world) {
        restored.remove(world);
    }

    /** How a world began; empty if that is not known. */
    Optional<WorldSnapshot> of(World world) {
        var known = Optional.ofNullable(restored.get(world.id()));
        return known.isPresent()
                ? known
                : Optional.of(world.settings().createdAt())
                        .filter(made -> !made.isBefore(since))
                        .flatMap(made -> world.declared().map(state -> WorldSnapshot.of(world, state, made)));
    }
}
