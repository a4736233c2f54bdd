package dev.venicesim.world;

import dev.venicesim.time.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Everything one credential can see. A handle: it holds no state but what it reads from the store. */
public final class World {

    private final StateStore store;
    private final TimeSource time;
    private final String id;
    private final Function<Instant, WorldConfiguration> fallback;

    World(StateStore store, TimeSource time, String id, Function<Instant, WorldConfiguration> fallback) {
        this.store = store;
        this.time = time;
        this.id = id;
        this.fallback = fallback;
    }

    public String id() {
        return id;
    }

    public WorldConfiguration settings() {
        return find(StateKinds.SETTINGS).orElseGet(() -> fallback.apply(time.now()));
    }

    /** What this world's clock shows. */
    public Instant now() {
        return settings().clock().at(time.now());
    }

    /** Everything it holds. */
    public WorldState state() {
        return WorldState.of(store, id);
    }

    /** What it held when it was made as declared; empty if it has gone. */
    public Optional<WorldState> declared() {
        return find(StateKinds.DECLARATION)
                .map(declaration -> WorldState.declared(
                        WorldFactory.settings(id, declaration, settings().createdAt()), declaration));
    }

    /** Everything that a copy of it in another store holds. */
    public WorldState copyIn(StateStore other) {
        return WorldState.of(other, id);
    }

    /** The one value of a kind. */
    public <V> Optional<V> find(StateKind<V> kind) {
        return find(kind, "");
    }

    public <V> Optional<V> find(StateKind<V> kind, String key) {
        return store.find(new StateKey<>(id, kind, key));
    }

    public <V> List<V> list(StateKind<V> kind, StateStore.Page page) {
        return store.list(id, kind, page);
    }

    /** The value of a kind with the lowest id. */
    <V> Optional<V> eldest(StateKind<V> kind) {
        return store.eldest(id, kind);
    }

    /** Changes the one value of a kind in an atomic step. */
    public <V, R> R compute(StateKind<V> kind, Function<Optional<V>, Transition<V, R>> transition) {
        return compute(kind, "", transition);
    }

    /** Changes one value in an atomic step; the transition is pure and may be called more than once. */
    public <V, R> R compute(StateKind<V> kind, String key, Function<Optional<V>, Transition<V, R>> transition) {
        return store.compute(new StateKey<>(id, kind, key), transition);
    }

    /** Carries out a change of this world that nobody waits for. */
    public void aside(Runnable change) {
        store.aside(change);
    }

    /** Changes how this world is set up. */
    public WorldConfiguration change(UnaryOperator<WorldConfiguration> change) {
        return compute(
                StateKinds.SETTINGS,
                settings -> Transition.to(change.apply(settings.orElseGet(() -> fallback.apply(time.now())))));
    }
}
