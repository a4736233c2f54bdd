package dev.venicesim.world;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store on the heap: of each world, its values by kind, ordered by id. */
public final class MemoryStore implements Store {

    private final ConcurrentMap<String, ConcurrentMap<String, ConcurrentNavigableMap<String, Object>>> worlds =
            new ConcurrentHashMap<>();

    @Override
    public <V> Optional<V> find(Key<V> key) {
        var values = values(key.world(), key.kind());
        return values == null
                ? Optional.empty()
                : Optional.ofNullable(key.kind().type().cast(values.get(key.id())));
    }

    @Override
    public <V, R> R compute(Key<V> key, Function<Optional<V>, Step<V, R>> transition) {
        var kinds = worlds.get(key.world());
        if (kinds == null) {
            return transition.apply(Optional.empty()).result();
        }
        while (true) {
            var values = kinds.get(key.kind().name());
            var before = values == null ? null : key.kind().type().cast(values.get(key.id()));
            var step = transition.apply(Optional.ofNullable(before));
            var after = step.value().orElse(null);
            if (before == after || replace(kinds, key, before, after)) {
                return step.result();
            }
        }
    }

    @Override
    public <V> List<V> list(String world, Kind<V> kind, Page page) {
        var values = values(world, kind);
        if (values == null) {
            return List.of();
        }
        return values.descendingMap().values().stream()
                .skip(page.offset())
                .limit(page.limit())
                .map(kind.type()::cast)
                .toList();
    }

    @Override
    public <V> Optional<V> eldest(String world, Kind<V> kind) {
        var values = values(world, kind);
        var first = values == null ? null : values.firstEntry();
        return first == null ? Optional.empty() : Optional.of(kind.type().cast(first.getValue()));
    }

    @Override
    public void create(String world) {
        worlds.computeIfAbsent(world, id -> new ConcurrentHashMap<>(8));
    }

    @Override
    public void drop(String world) {
        worlds.remove(world);
    }

    @Override
    public boolean blocks() {
        return false;
    }

    private @Nullable ConcurrentNavigableMap<String, Object> values(String world, Kind<?> kind) {
        var kinds = worlds.get(world);
        return kinds == null ? null : kinds.get(kind.name());
    }

    /** Compares by identity: an equal value made by somebody else in between is a change. */
    private static boolean replace(
            ConcurrentMap<String, ConcurrentNavigableMap<String, Object>> kinds,
            Key<?> key,
            @Nullable Object before,
            @Nullable Object after) {
        var values = kinds.computeIfAbsent(key.kind().name(), kind -> new ConcurrentSkipListMap<>());
        var held = new boolean[1];
        values.compute(key.id(), (id, now) -> {
            held[0] = now == before;
            return held[0] ? after : now;
        });
        return held[0];
    }
}
