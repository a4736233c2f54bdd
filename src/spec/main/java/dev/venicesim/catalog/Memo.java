package dev.venicesim.catalog;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Memory of what a pure function made of each argument, so that data files are read once, when first asked for. */
public final class Memo<K, V> {

    private final Function<K, V> make;
    private final ConcurrentMap<K, V> made = new ConcurrentHashMap<>();

    public Memo(Function<K, V> make) {
        this.make = make;
    }

    public V of(K key) {
        var known = made.get(key);
        if (known != null) {
            return known;
        }
        // outside of the map's lock, since making one may ask for another
        var fresh = make.apply(key);
        var first = made.putIfAbsent(key, fresh);
        return first == null ? fresh : first;
    }
}
