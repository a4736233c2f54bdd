package dev.venicesim.catalog;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The quirk settings of a world: every quirk as its edition has it, but for those a user set. Immutable. */
public final class QuirkSettings {

    private static final QuirkSettings DEFAULTS =
            new QuirkSettings(ApiEdition.AS_DOCUMENTED, new EnumMap<>(ApiQuirk.class));

    /** Asked for its quirks with the first reply, not before: a server that starts reads no data. */
    private final ApiEdition edition;

    private final EnumMap<ApiQuirk, String> set;

    private QuirkSettings(ApiEdition edition, EnumMap<ApiQuirk, String> set) {
        this.edition = edition;
        this.set = set;
    }

    /** As the documents say. */
    public static QuirkSettings defaults() {
        return DEFAULTS;
    }

    /** As an edition has them. */
    public static QuirkSettings of(ApiEdition edition) {
        return DEFAULTS.in(edition);
    }

    /** What was set here, over what another edition has. */
    public QuirkSettings in(ApiEdition edition) {
        return new QuirkSettings(edition, set);
    }

    public String get(ApiQuirk quirk) {
        var chosen = set.get(quirk);
        return chosen == null ? edition.usual(quirk) : chosen;
    }

    /**
     * Whether a quirk stands at a value.
     *
     * @throws IllegalArgumentException if the quirk has no such value, which is a bug
     */
    public boolean is(ApiQuirk quirk, String value) {
        assert quirk.choices().contains(value) : quirk + " has no value " + value;
        return get(quirk).equals(value);
    }

    /**
     * These settings with one changed.
     *
     * @throws IllegalArgumentException naming the known quirks or the values it takes
     */
    public QuirkSettings with(String label, String value) {
        var quirk = ApiQuirk.find(label).orElseThrow(() -> unknown(label));
        if (!quirk.choices().contains(value)) {
            throw new IllegalArgumentException(
                    "quirk " + label + " takes " + String.join(" or ", quirk.choices()) + ", not \"" + value + "\"");
        }
        var copy = new EnumMap<>(set);
        copy.put(quirk, value);
        return new QuirkSettings(edition, copy);
    }

    /** These settings with others set by hand over them. */
    public QuirkSettings with(Map<String, String> values) {
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
        var known = Arrays.stream(ApiQuirk.values()).map(ApiQuirk::label).collect(Collectors.joining(", "));
        return new IllegalArgumentException("no quirk is called \"" + label + "\"; there are " + known);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuirkSettings quirks
                && edition.quirks().equals(quirks.edition.quirks())
                && set.equals(quirks.set);
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
