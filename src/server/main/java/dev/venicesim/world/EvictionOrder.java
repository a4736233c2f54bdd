package dev.venicesim.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Worlds by how long they have been idle. Exact in this process; what a store keeps of it is the minute of each world's
 * last use.
 */
final class EvictionOrder {

    private static final long MINUTE = 60;

    /** Each with the second in which its use was last written down. */
    private final LinkedHashMap<String, Long> byUse = new LinkedHashMap<>(16, 0.75f, true);

    /** Whether the use of a world at a second should be written down. */
    synchronized boolean touch(String world, long second) {
        var written = byUse.get(world);
        if (written == null || second < written + MINUTE) {
            return false;
        }
        byUse.put(world, second);
        return true;
    }

    synchronized void add(String world, long second) {
        byUse.put(world, second);
    }

    /** Takes in a world that another process has used at a second; whether it was unknown. */
    synchronized boolean meet(String world, long second) {
        var known = byUse.get(world);
        if (known == null || known < second) {
            byUse.put(world, second);
        }
        return known == null;
    }

    synchronized boolean knows(String world) {
        return byUse.containsKey(world);
    }

    synchronized void remove(String world) {
        byUse.remove(world);
    }

    synchronized int size() {
        return byUse.size();
    }

    /** Some worlds, the one used last first. */
    synchronized List<String> latest(int offset, int limit) {
        var latestFirst = new ArrayList<>(byUse.keySet());
        Collections.reverse(latestFirst);
        var from = Math.min(offset, latestFirst.size());
        return List.copyOf(latestFirst.subList(from, from + Math.min(limit, latestFirst.size() - from)));
    }

    /** The world idle longest, if there are more than so many; it is forgotten here. */
    synchronized Optional<String> pollBeyond(int cap) {
        if (byUse.size() <= cap) {
            return Optional.empty();
        }
        var eldest = byUse.keySet().iterator().next();
        byUse.remove(eldest);
        return Optional.of(eldest);
    }
}
