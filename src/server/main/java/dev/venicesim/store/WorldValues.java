package dev.venicesim.store;

import dev.venicesim.world.StateKind;
import dev.venicesim.world.StateStore;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Values of one world, by kind and id. For one thread at a time. */
final class WorldValues {

    private static final NavigableMap<String, Object> NONE = Collections.emptyNavigableMap();

    private final Map<String, NavigableMap<String, Object>> byKind = new HashMap<>();

    Optional<Object> find(String kind, String id) {
        var values = byKind.get(kind);
        return values == null ? Optional.empty() : Optional.ofNullable(values.get(id));
    }

    void put(String kind, String id, Optional<?> value) {
        if (value.isPresent()) {
            byKind.computeIfAbsent(kind, of -> new TreeMap<>()).put(id, value.get());
        } else {
            byKind.getOrDefault(kind, new TreeMap<>()).remove(id);
        }
    }

    void clear() {
        byKind.clear();
    }

    /** A page of a kind with changes laid over it, the last id first. */
    <V> List<V> list(StateKind<V> kind, Map<String, Optional<Object>> over, StateStore.Page page) {
        return laid(kind, over).descendingMap().values().stream()
                .skip(page.offset())
                .limit(page.limit())
                .map(kind.type()::cast)
                .toList();
    }

    /** All of a kind by their ids, with changes laid over it. */
    <V> SortedMap<String, V> entries(StateKind<V> kind, Map<String, Optional<Object>> over) {
        var entries = new TreeMap<String, V>();
        laid(kind, over).forEach((id, value) -> entries.put(id, kind.type().cast(value)));
        return entries;
    }

    <V> Optional<V> eldest(StateKind<V> kind, Map<String, Optional<Object>> over) {
        var below = of(kind).entrySet().stream().filter(entry -> !over.containsKey(entry.getKey()));
        var above = over.entrySet().stream()
                .filter(entry -> entry.getValue().isPresent())
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().get()))
                .min(Map.Entry.comparingByKey());
        return Stream.concat(below.limit(1), above.stream())
                .min(Map.Entry.comparingByKey())
                .map(entry -> kind.type().cast(entry.getValue()));
    }

    private NavigableMap<String, Object> of(StateKind<?> kind) {
        return byKind.getOrDefault(kind.name(), NONE);
    }

    private NavigableMap<String, Object> laid(StateKind<?> kind, Map<String, Optional<Object>> over) {
        var values = of(kind);
        if (over.isEmpty()) {
            return values;
        }
        var laid = new TreeMap<>(values);
        over.forEach((id, value) -> value.ifPresentOrElse(now -> laid.put(id, now), () -> laid.remove(id)));
        return laid;
    }
}
