package dev.venicesim.world;

import dev.venicesim.limits.LimitState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Store of the worlds that nobody has made: it keeps what request limits count of the callers that were last there, who
 * only read so far, and nothing else. Of this process alone.
 */
final class UnbornStore implements StateStore {

    private static final int MOST_CALLERS = 2_000;

    private final StateStore store;
    private final Map<String, LimitState> limits = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LimitState> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    /**
     * @param store which holds no such world, and so keeps nothing of it
     */
    UnbornStore(StateStore store) {
        this.store = store;
    }

    @Override
    public <V> Optional<V> find(StateKey<V> key) {
        if (!key.kind().equals(StateKinds.LIMITS)) {
            return store.find(key);
        }
        synchronized (limits) {
            return Optional.ofNullable(key.kind().type().cast(limits.get(key.id())));
        }
    }

    @Override
    public <V, R> R compute(StateKey<V> key, Function<Optional<V>, Transition<V, R>> transition) {
        if (!key.kind().equals(StateKinds.LIMITS)) {
            return store.compute(key, transition);
        }
        synchronized (limits) {
            var step = transition.apply(Optional.ofNullable(key.kind().type().cast(limits.get(key.id()))));
            step.value()
                    .ifPresentOrElse(state -> limits.put(key.id(), (LimitState) state), () -> limits.remove(key.id()));
            return step.result();
        }
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
}
