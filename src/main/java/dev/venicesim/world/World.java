package dev.venicesim.world;

import dev.venicesim.time.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Everything one credential can see. A handle: it holds no state but what it reads from the store. */
public final class World {

    private final Store store;
    private final TimeSource time;
    private final String id;
    private final Function<Instant, WorldSettings> fallback;

    World(Store store, TimeSource time, String id, Function<Instant, WorldSettings> fallback) {
        this.store = store;
        this.time = time;
        this.id = id;
        this.fallback = fallback;
    }

    public String id() {
        return id;
    }

    public WorldSettings settings() {
        return find(Kinds.SETTINGS).orElseGet(() -> fallback.apply(time.now()));
    }

    /** What this world's clock shows. */
    public Instant now() {
        return settings().clock().at(time.now());
    }

    /** The one value of a kind. */
    public <V> Optional<V> find(Kind<V> kind) {
        return find(kind, "");
    }

    public <V> Optional<V> find(Kind<V> kind, String key) {
        return store.find(new Key<>(id, kind, key));
    }

    public <V> List<V> list(Kind<V> kind, Store.Page page) {
        return store.list(id, kind, page);
    }

    /** The value of a kind with the lowest id. */
    <V> Optional<V> eldest(Kind<V> kind) {
        return store.eldest(id, kind);
    }

    /** Changes the one value of a kind in an atomic step. */
    public <V, R> R compute(Kind<V> kind, Function<Optional<V>, Step<V, R>> transition) {
        return compute(kind, "", transition);
    }

    /** Changes one value in an atomic step; the transition is pure and may be called more than once. */
    public <V, R> R compute(Kind<V> kind, String key, Function<Optional<V>, Step<V, R>> transition) {
        return store.compute(new Key<>(id, kind, key), transition);
    }

    /** Changes how this world is set up. */
    public WorldSettings change(UnaryOperator<WorldSettings> change) {
        return compute(
                Kinds.SETTINGS,
                settings -> Step.to(change.apply(settings.orElseGet(() -> fallback.apply(time.now())))));
    }
}
