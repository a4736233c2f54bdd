package dev.venicesim.world;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store on the heap. */
public final class MemoryStore implements Store {

    private record Cell(String kind, String id) {}

    private final ConcurrentMap<String, ConcurrentMap<Cell, Object>> worlds = new ConcurrentHashMap<>();

    @Override
    public <V> Optional<V> find(Key<V> key) {
        var cells = worlds.get(key.world());
        return cells == null
                ? Optional.empty()
                : Optional.ofNullable(key.kind().type().cast(cells.get(cell(key))));
    }

    @Override
    public <V, R> R compute(Key<V> key, Function<Optional<V>, Step<V, R>> transition) {
        var cells = worlds.get(key.world());
        if (cells == null) {
            return transition.apply(Optional.empty()).result();
        }
        var cell = cell(key);
        while (true) {
            var before = key.kind().type().cast(cells.get(cell));
            var step = transition.apply(Optional.ofNullable(before));
            if (replace(cells, cell, before, step.value().orElse(null))) {
                return step.result();
            }
        }
    }

    @Override
    public <V> List<V> list(String world, Kind<V> kind, Page page) {
        return worlds.getOrDefault(world, new ConcurrentHashMap<>()).entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(kind.name()))
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Cell::id).reversed()))
                .skip(page.offset())
                .limit(page.limit())
                .map(entry -> kind.type().cast(entry.getValue()))
                .toList();
    }

    @Override
    public void create(String world) {
        worlds.computeIfAbsent(world, id -> new ConcurrentHashMap<>(4));
    }

    @Override
    public void drop(String world) {
        worlds.remove(world);
    }

    @Override
    public boolean blocks() {
        return false;
    }

    private static Cell cell(Key<?> key) {
        return new Cell(key.kind().name(), key.id());
    }

    /** Compares by identity: the same record written twice is no change, an equal one made by somebody else is. */
    private static boolean replace(
            ConcurrentMap<Cell, Object> cells, Cell cell, @Nullable Object before, @Nullable Object after) {
        if (before == after) {
            return true;
        }
        var held = new boolean[1];
        cells.compute(cell, (ignored, now) -> {
            held[0] = now == before;
            return held[0] ? after : now;
        });
        return held[0];
    }
}
