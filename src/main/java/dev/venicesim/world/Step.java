package dev.venicesim.world;

import java.util.Optional;

/**
 * What a transition makes of a value: the value after it, empty to remove it, and what its caller wants to know.
 *
 * @param value the value after the transition
 * @param result what the transition found out
 */
public record Step<V, R>(Optional<V> value, R result) {

    public static <V, R> Step<V, R> to(V value, R result) {
        return new Step<>(Optional.of(value), result);
    }

    /** A transition whose only result is the value itself. */
    public static <V> Step<V, V> to(V value) {
        return new Step<>(Optional.of(value), value);
    }
}
