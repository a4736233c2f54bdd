package dev.venicesim.metric;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counters of one name, one for each key that has occurred; to count costs one atomic addition. Keys come from closed
 * sets, so that their number is bounded.
 *
 * @param <K> what is told apart; its order is the order of the text
 */
public final class Counters<K extends Comparable<K>> {

    private final ConcurrentMap<K, LongAdder> byKey = new ConcurrentHashMap<>();

    public void count(K key) {
        add(key, 1);
    }

    public void add(K key, long amount) {
        var known = byKey.get(key);
        (known != null ? known : byKey.computeIfAbsent(key, any -> new LongAdder())).add(amount);
    }

    /** What each key has come to. */
    public Map<K, Long> counts() {
        var counts = new TreeMap<K, Long>();
        byKey.forEach((key, count) -> counts.put(key, count.sum()));
        return counts;
    }

    /** What all keys have come to. */
    public long total() {
        return byKey.values().stream().mapToLong(LongAdder::sum).sum();
    }
}
