package dev.venicesim.world;

import dev.venicesim.limits.LimitState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Store of the worlds that nobody has made: it keeps what request limits count of the callers that were last there, who
 * only read so far, and nothing else. Of this process alone.
 */
final class UnbornStore extends ForwardingStore {

    private static final int MOST_CALLERS = 2_000;

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
        super(store);
    }

    /** What is counted of a caller, which is from now on kept elsewhere. */
    Optional<LimitState> handOver(String subject) {
        synchronized (limits) {
            return Optional.ofNullable(limits.remove(subject));
        }
    }

    @Override
    public <V> Optional<V> find(StateKey<V> key) {
        if (!key.kind().equals(StateKinds.LIMITS)) {
            return super.find(key);
        }
        synchronized (limits) {
            return Optional.ofNullable(key.kind().type().cast(limits.get(key.id())));
        }
    }

    @Override
    public <V, R> R compute(StateKey<V> key, Function<Optional<V>, Transition<V, R>> transition) {
        if (!key.kind().equals(StateKinds.LIMITS)) {
            return super.compute(key, transition);
        }
        synchronized (limits) {
            var step = transition.apply(Optional.ofNullable(key.kind().type().cast(limits.get(key.id()))));
            step.value()
                    .ifPresentOrElse(state -> limits.put(key.id(), (LimitState) state), () -> limits.remove(key.id()));
            return step.result();
        }
    }
}
