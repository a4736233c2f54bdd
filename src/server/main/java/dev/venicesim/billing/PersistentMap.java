package dev.venicesim.billing;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from strings, ordered by key; a changed copy shares all but about two log2(n) nodes with the map it
 * came from. A treap whose priorities are hashes of the keys, so its shape depends only on what is in it.
 */
public final class PersistentMap<V> {

    private record Node<V>(
            String key,
            V value,
            @Nullable Node<V> left,
            @Nullable Node<V> right) {

        boolean above(Node<V> other) {
            return priority(key) > priority(other.key);
        }

        Node<V> withLeft(@Nullable Node<V> child) {
            return new Node<>(key, value, child, right);
        }

        Node<V> withRight(@Nullable Node<V> child) {
            return new Node<>(key, value, left, child);
        }

        private static int priority(String key) {
            var hash = key.hashCode() * 0x9e3779b1;
            return (hash ^ (hash >>> 15)) * 0x85ebca6b;
        }
    }

    private final @Nullable Node<V> root;
    private final int size;

    private PersistentMap(@Nullable Node<V> root, int size) {
        this.root = root;
        this.size = size;
    }

    static <V> PersistentMap<V> empty() {
        return new PersistentMap<>(null, 0);
    }

    public int size() {
        return size;
    }

    public Optional<V> get(String key) {
        var node = root;
        while (node != null) {
            var order = key.compareTo(node.key);
            if (order == 0) {
                return Optional.of(node.value);
            }
            node = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    public boolean contains(String key) {
        return get(key).isPresent();
    }

    PersistentMap<V> put(String key, V value) {
        return new PersistentMap<>(put(root, key, value), contains(key) ? size : size + 1);
    }

    PersistentMap<V> remove(String key) {
        return contains(key) ? new PersistentMap<>(remove(root, key), size - 1) : this;
    }

    /** Visits every entry in the order of keys. */
    public void forEach(BiConsumer<String, V> visitor) {
        visit(root, visitor);
    }

    /** A copy in the order of keys. */
    SortedMap<String, V> asMap() {
        var map = new TreeMap<String, V>();
        forEach(map::put);
        return Collections.unmodifiableSortedMap(map);
    }

    /** The map of these values. */
    static <V> PersistentMap<V> of(Map<String, V> values) {
        PersistentMap<V> map = empty();
        for (var entry : values.entrySet()) {
            map = map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }

    /**
     * Visits every key whose value is another one here than in an earlier map, with the value it has here, if any. What
     * both share is passed over, so it costs as much as has changed.
     */
    void changesSince(PersistentMap<V> earlier, BiConsumer<String, Optional<V>> visitor) {
        changes(earlier.root, root, visitor);
    }

    @SuppressWarnings("ReferenceEquality")
    private static <V> void changes(
            @Nullable Node<V> before, @Nullable Node<V> after, BiConsumer<String, Optional<V>> visitor) {
        if (before == after) {
            return;
        }
        if (after == null) {
            visit(before, (key, value) -> visitor.accept(key, Optional.empty()));
            return;
        }
        var cut = cut(before, after.key);
        changes(cut.less, after.left, visitor);
        if (cut.value == null || !cut.value.equals(after.value)) {
            visitor.accept(after.key, Optional.of(after.value));
        }
        changes(cut.more, after.right, visitor);
    }

    /** A tree cut at a key: what is below it, its value and what is above it. */
    private record Cut<V>(
            @Nullable Node<V> less,
            @Nullable V value,
            @Nullable Node<V> more) {}

    private static <V> Cut<V> cut(@Nullable Node<V> node, String key) {
        if (node == null) {
            return new Cut<>(null, null, null);
        }
        var order = key.compareTo(node.key);
        if (order == 0) {
            return new Cut<>(node.left, node.value, node.right);
        }
        if (order < 0) {
            var cut = cut(node.left, key);
            return new Cut<>(cut.less, cut.value, node.withLeft(cut.more));
        }
        var cut = cut(node.right, key);
        return new Cut<>(node.withRight(cut.less), cut.value, cut.more);
    }

    private static <V> Node<V> put(@Nullable Node<V> node, String key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null);
        }
        var order = key.compareTo(node.key);
        if (order == 0) {
            return new Node<>(key, value, node.left, node.right);
        }
        if (order < 0) {
            var left = put(node.left, key, value);
            return left.above(node) ? left.withRight(node.withLeft(left.right)) : node.withLeft(left);
        }
        var right = put(node.right, key, value);
        return right.above(node) ? right.withLeft(node.withRight(right.left)) : node.withRight(right);
    }

    private static <V> @Nullable Node<V> remove(@Nullable Node<V> node, String key) {
        if (node == null) {
            return null;
        }
        var order = key.compareTo(node.key);
        if (order == 0) {
            return merged(node.left, node.right);
        }
        return order < 0 ? node.withLeft(remove(node.left, key)) : node.withRight(remove(node.right, key));
    }

    private static <V> @Nullable Node<V> merged(@Nullable Node<V> left, @Nullable Node<V> right) {
        if (left == null) {
            return right;
        }
        if (right == null) {
            return left;
        }
        return left.above(right) ? left.withRight(merged(left.right, right)) : right.withLeft(merged(left, right.left));
    }

    private static <V> void visit(@Nullable Node<V> node, BiConsumer<String, V> visitor) {
        if (node != null) {
            visit(node.left, visitor);
            visitor.accept(node.key, node.value);
            visit(node.right, visitor);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersistentMap<?> map && size == map.size && asMap().equals(map.asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
