package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Guess which fields of an object went on under another name: one that went and one that came, of the same form, with
 * no third to be mistaken for either. Of a plain form, which many fields have, the names have to resemble each other,
 * unless nothing else went or came.
 */
final class FieldRenames {

    private static final int SHORTEST_WORD = 3;

    private final JsonNode mine;
    private final JsonNode theirs;

    private FieldRenames(JsonNode mine, JsonNode theirs) {
        this.mine = mine;
        this.theirs = theirs;
    }

    /** The new name by the old one. */
    static Map<String, String> between(ObjectNode mine, ObjectNode theirs) {
        return new FieldRenames(mine.path("properties"), theirs.path("properties")).renames();
    }

    private Map<String, String> renames() {
        var gone = SchemaDescription.without(names(mine), names(theirs));
        var come = SchemaDescription.without(names(theirs), names(mine));
        var renames = new LinkedHashMap<String, String>();
        for (var name : gone) {
            var alone = gone.size() == 1 && come.size() == 1;
            var candidates =
                    come.stream().filter(other -> isLike(name, other, alone)).toList();
            if (candidates.size() == 1
                    && gone.stream()
                                    .filter(other -> isLike(other, candidates.get(0), alone))
                                    .count()
                            == 1) {
                renames.put(name, candidates.get(0));
            }
        }
        return renames;
    }

    private boolean isLike(String name, String other, boolean alone) {
        var form = mine.path(name);
        return !form.has(KnownDifferences.UNREAD)
                && form.equals(theirs.path(other))
                && (alone || form.size() > 1 || isLikeName(name, other));
    }

    private static boolean isLikeName(String name, String other) {
        return bare(name).equals(bare(other)) || !java.util.Collections.disjoint(words(name), words(other));
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }

    private static Set<String> words(String name) {
        var words = new HashSet<>(List.of(name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .split("[_-]", -1)));
        words.removeIf(word -> word.length() < SHORTEST_WORD);
        return words;
    }

    private static Set<String> names(JsonNode object) {
        var names = new java.util.LinkedHashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
