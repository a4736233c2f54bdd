package dev.venicesim.control;

import dev.venicesim.world.MemoryStore;
import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKind;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.Transition;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** Store in memory that tells of which world somebody wants something, and whether they want all of a kind. */
final class NotingStore implements StateStore {

    private final StateStore memory = new MemoryStore();
    private final Noting noting;

    @FunctionalInterface
    interface Noting {
        void asked(String world, boolean all);
    }

    NotingStore(Noting noting) {
        this.noting = noting;
    }

    @Override
    public <V> Optional<V> find(StateKey<V> key) {
        noting.asked(key.world(), false);
        return memory.find(key);
    }

    @Override
    public <V, R> R compute(StateKey<V> key, Function<Optional<V>, Transition<V, R>> transition) {
        noting.asked(key.world(), false);
        return memory.compute(key, transition);
    }

    @Override
    public <V> List<V> list(String world, StateKind<V> kind, Page page) {
        noting.asked(world, true);
        return memory.list(world, kind, page);
    }

    @Override
    public <V> SortedMap<String, V> entries(String world, StateKind<V> kind) {
        noting.asked(world, true);
        return memory.entries(world, kind);
    }

    @Override
    public <V> Optional<V> eldest(String world, StateKind<V> kind) {
        noting.asked(world, false);
        return memory.eldest(world, kind);
    }

    @Override
    public void create(String world) {
        memory.create(world);
    }

    @Override
    public void drop(String world) {
        memory.drop(world);
    }
}
