package dev.venicesim.world;

import java.util.LinkedHashMap;
import java.util.Optional;

/** Worlds by how long they have been idle. */
final class IdleOrder {

    private final LinkedHashMap<String, Boolean> byUse = new LinkedHashMap<>(16, 0.75f, true);

    synchronized void touch(String world) {
        byUse.get(world);
    }

    synchronized void add(String world) {
        byUse.put(world, true);
    }

    synchronized void remove(String world) {
        byUse.remove(world);
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
