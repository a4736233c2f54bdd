package dev.venicesim.world;

import dev.venicesim.time.TimeSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** State store that hands everything on to another one, for those that do some of it otherwise. */
abstract class ForwardingStore implements StateStore {

    private final StateStore store;

    ForwardingStore(StateStore store) {
        this.store = store;
    }

    @Override
    public <V> Optional<V> find(StateKey<V> key) {
        return store.find(key);
    }

    @Override
    public <V, R> R compute(StateKey<V> key, Function<Optional<V>, Transition<V, R>> transition) {
        return store.compute(key, transition);
    }

    @Override
    public <V> List<V> list(String world, StateKind<V> kind, Page page) {
        return store.list(world, kind, page);
    }

    @Override
    public <V> SortedMap<String, V> entries(String world, StateKind<V> kind) {
        return store.entries(world, kind);
    }

    @Override
    public <V> Optional<V> eldest(String world, StateKind<V> kind) {
        return store.eldest(world, kind);
    }

    @Override
    public void create(String world) {
        store.create(world);
    }

    @Override
    public void drop(String world) {
        store.drop(world);
    }

    @Override
    public Optional<CompletionStage<Void>> unsettled() {
        return store.unsettled();
    }

    @Override
    public boolean isAvailable() {
        return store.isAvailable();
    }

    @Override
    public TimeSource time(TimeSource own) {
        return store.time(own);
    }

    @Override
    public boolean blocks() {
        return store.blocks();
    }

    @Override
    public UnitOfWork begin(UnitOfWork.Purpose purpose) {
        return store.begin(purpose);
    }

    @Override
    public void letGo() {
        store.letGo();
    }

    @Override
    public void expect(Collection<String> worlds) {
        store.expect(worlds);
    }

    @Override
    public void aside(Runnable change) {
        store.aside(change);
    }

    @Override
    public void close() {
        store.close();
    }
}
