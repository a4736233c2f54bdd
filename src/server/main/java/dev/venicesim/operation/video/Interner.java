package dev.venicesim.operation.video;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Interner: keeps one copy of equal values, so that a hundred thousand jobs of a few shapes keep a few shapes; bounded,
 * past which every value is its own.
 */
final class Interner<T> {

    private static final int MOST = 1024;

    private final ConcurrentMap<T, T> copies = new ConcurrentHashMap<>();

    /** The copy that is kept of a value. */
    T of(T value) {
        var known = copies.get(value);
        if (known != null) {
            return known;
        }
        if (copies.size() >= MOST) {
            return value;
        }
        var raced = copies.putIfAbsent(value, value);
        return raced == null ? value : raced;
    }
}
