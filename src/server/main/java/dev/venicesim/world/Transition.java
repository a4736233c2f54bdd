package dev.venicesim.world;

import java.util.Optional;

/**
 * Transition of a value: the value after it, empty to remove it, and what its caller wants to know.
 *
 * @param value the value after the transition
 * @param result what the transition found out
 * @param tally whether it only counts something: such a change may be lost if the process dies, and no reply waits
 *     until it is written
 */
public record Transition<V, R>(Optional<V> value, R result, boolean tally) {

    /** A transition that lasts, unless its whole kind is a tally. */
    public Transition(Optional<V> value, R result) {
        this(value, result, false);
    }

    public static <V, R> Transition<V, R> to(V value, R result) {
        return new Transition<>(Optional.of(value), result);
    }

    /** A transition whose only result is the value itself. */
    public static <V> Transition<V, V> to(V value) {
        return new Transition<>(Optional.of(value), value);
    }
}
