package dev.venicesim.world;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store on the heap: of each world, its values by kind, ordered by id. */
public final class MemoryStore implements StateStore {

    private final ConcurrentMap<String, ConcurrentMap<String, ConcurrentNavigableMap<String, Object>>> worlds =
            new ConcurrentHashMap<>();

    @Override
    public <V> Optional<V> find(StateKey<V> key) {
        var values = values(key.world(), key.kind());
        return values == null
                ? Optional.empty()
                : Optional.ofNullable(key.kind().type().cast(values.get(key.id())));
    }

    @Override
    public <V, R> R compute(StateKey<V> key, Function<Optional<V>, Transition<V, R>> transition) {
        var kinds = worlds.get(key.world());
        if (kinds == null) {
            return transition.apply(Optional.empty()).result();
        }
        var values = kinds.get(key.kind().name());
        if (values == null) {
            var first = transition.apply(Optional.empty());
            if (first.value().isEmpty()) {
                return first.result();
            }
            values = kinds.computeIfAbsent(key.kind().name(), kind -> new ConcurrentSkipListMap<>());
        }
        return compute(values, key, transition);
    }

    /**
     * In one walk through the map, which tries again if somebody else was faster, and tells values apart by identity.
     */
    private static <V, R> R compute(
            ConcurrentNavigableMap<String, Object> values,
            StateKey<V> key,
            Function<Optional<V>, Transition<V, R>> transition) {
        var taken = new AtomicReference<Transition<V, R>>();
        values.compute(key.id(), (id, before) -> {
            var step = transition.apply(Optional.ofNullable(key.kind().type().cast(before)));
            taken.setPlain(step);
            return step.value().orElse(null);
        });
        return taken.getPlain().result();
    }

    @Override
    public <V> List<V> list(String world, StateKind<V> kind, Page page) {
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
    public <V> SortedMap<String, V> entries(String world, StateKind<V> kind) {
        var entries = new TreeMap<String, V>();
        var values = values(world, kind);
        if (values != null) {
            values.forEach((id, value) -> entries.put(id, kind.type().cast(value)));
        }
        return entries;
    }

    @Override
    public <V> Optional<V> eldest(String world, StateKind<V> kind) {
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

    private @Nullable ConcurrentNavigableMap<String, Object> values(String world, StateKind<?> kind) {
        var kinds = worlds.get(world);
        return kinds == null ? null : kinds.get(kind.name());
    }
}
