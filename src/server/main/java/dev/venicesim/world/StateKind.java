package dev.venicesim.world;

/**
 * A kind of state a world holds, and its type. Values are immutable and serialisable.
 *
 * @param name the name a store files it under
 * @param type the class of its values
 * @param tally whether its values only count something: the last second of them may be lost if the process dies
 */
public record StateKind<V>(String name, Class<V> type, boolean tally) {

    /** A kind whose values last. */
    public StateKind(String name, Class<V> type) {
        this(name, type, false);
    }

    static <V> StateKind<V> tally(String name, Class<V> type) {
        return new StateKind<>(name, type, true);
    }
}
