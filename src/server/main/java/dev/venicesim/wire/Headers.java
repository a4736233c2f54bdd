package dev.venicesim.wire;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A few headers in order, name to value; immutable. Takes a fraction of a hash map's memory, which counts because the
 * journal keeps those of every request, and is searched from front to back.
 */
public final class Headers extends AbstractMap<String, String> {

    /** No headers. */
    public static final Headers NONE = new Headers(new String[0]);

    private final String[] pairs;

    private Headers(String[] pairs) {
        this.pairs = pairs;
    }

    /** The same headers in the same order. */
    public static Headers copyOf(Map<String, String> headers) {
        if (headers instanceof Headers same) {
            return same;
        }
        return headers.isEmpty() ? NONE : NONE.and(headers);
    }

    /** Names and values in turn; no name twice. */
    public static Headers of(String... namesAndValues) {
        return new Headers(namesAndValues.clone());
    }

    /** These, and after them others; where both have a name the others' value stands in its place. */
    public Headers and(Map<String, String> others) {
        if (others.isEmpty()) {
            return this;
        }
        var merged = new Merged(pairs, others.size());
        others.forEach(merged::put);
        return merged.headers();
    }

    /** These with one header set. */
    public Headers with(String name, String value) {
        var merged = new Merged(pairs, 1);
        merged.put(name, value);
        return merged.headers();
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return pairs[i + 1];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int i = 0; i < pairs.length; i += 2) {
            action.accept(pairs[i], pairs[i + 1]);
        }
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<String, String>> {

        @Override
        public Iterator<Entry<String, String>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < pairs.length;
                }

                @Override
                public Entry<String, String> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    next += 2;
                    return Map.entry(pairs[next - 2], pairs[next - 1]);
                }
            };
        }

        @Override
        public int size() {
            return pairs.length / 2;
        }
    }

    /** Headers one by one. Safe for one thread. */
    public static final class Builder {
        private static final int USUAL = 16;

        private String[] pairs = new String[USUAL];
        private int size;

        /** Adds a header whose name was not added before. */
        public void add(String name, String value) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
            }
            pairs[size] = name;
            pairs[size + 1] = value;
            size += 2;
        }

        public Headers build() {
            return size == 0 ? NONE : new Headers(Arrays.copyOf(pairs, size));
        }
    }

    /** Headers and others; a map has no name twice, so only the first ones are searched for a name. */
    private static final class Merged {
        private final String[] pairs;
        private final int first;
        private int size;

        Merged(String[] first, int more) {
            this.pairs = Arrays.copyOf(first, first.length + 2 * more);
            this.first = first.length;
            this.size = first.length;
        }

        void put(String name, String value) {
            for (int i = 0; i < first; i += 2) {
                if (pairs[i].equals(name)) {
                    pairs[i + 1] = value;
                    return;
                }
            }
            pairs[size] = name;
            pairs[size + 1] = value;
            size += 2;
        }

        Headers headers() {
            return new Headers(size == pairs.length ? pairs : Arrays.copyOf(pairs, size));
        }
    }
}
