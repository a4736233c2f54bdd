package dev.venicesim.catalog;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The quirk settings of a world: every quirk at its default, but for those a user set. Immutable. */
public final class Quirks {

    private static final Quirks DEFAULTS = new Quirks(new EnumMap<>(Quirk.class));

    private final EnumMap<Quirk, String> set;

    private Quirks(EnumMap<Quirk, String> set) {
        this.set = set;
    }

    public static Quirks defaults() {
        return DEFAULTS;
    }

    public String get(Quirk quirk) {
        return set.getOrDefault(quirk, quirk.defaultValue());
    }

    /**
     * Whether a quirk stands at a value.
     *
     * @throws IllegalArgumentException if the quirk has no such value, which is a bug
     */
    public boolean is(Quirk quirk, String value) {
        assert quirk.choices().contains(value) : quirk + " has no value " + value;
        return get(quirk).equals(value);
    }

    /**
     * These settings with one changed.
     *
     * @throws IllegalArgumentException naming the known quirks or the values it takes
     */
    public Quirks with(String label, String value) {
        var quirk = Quirk.find(label).orElseThrow(() -> unknown(label));
        if (!quirk.choices().contains(value)) {
            throw new IllegalArgumentException(
                    "quirk " + label + " takes " + String.join(" or ", quirk.choices()) + ", not \"" + value + "\"");
        }
        var copy = new EnumMap<>(set);
        copy.put(quirk, value);
        return new Quirks(copy);
    }

    /** These settings with others laid over them. */
    public Quirks with(Map<String, String> values) {
        var result = this;
        for (var entry : values.entrySet()) {
            result = result.with(entry.getKey(), entry.getValue());
        }
        return result;
    }

    /** What was set, by label. */
    public Map<String, String> asMap() {
        var map = new LinkedHashMap<String, String>();
        set.forEach((quirk, value) -> map.put(quirk.label(), value));
        return map;
    }

    private static IllegalArgumentException unknown(String label) {
        var known = Arrays.stream(Quirk.values()).map(Quirk::label).collect(Collectors.joining(", "));
        return new IllegalArgumentException("no quirk is called \"" + label + "\"; there are " + known);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quirks quirks && set.equals(quirks.set);
    }

    @Override
    public int hashCode() {
        return set.hashCode();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
