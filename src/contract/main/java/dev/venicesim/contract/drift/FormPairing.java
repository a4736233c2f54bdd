package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pairing of several forms: each of ours with the one of theirs that resembles it most.
 *
 * @param pairs forms that are the same one
 * @param gone ours that theirs has nothing like
 * @param come theirs that is like none of ours
 */
record FormPairing(List<Pair> pairs, List<ObjectNode> gone, List<ObjectNode> come) {

    /** Of the likeness, what a shared type alone is worth, beside shared fields and words. */
    private static final double OF_TYPE = 0.2;

    private static final double LEAST = 0.3;

    /** One form on both sides. */
    record Pair(ObjectNode ours, ObjectNode theirs) {}

    static FormPairing match(ObjectNode mine, ObjectNode theirs) {
        var left = new ArrayList<>(SchemaMerge.flat(mine));
        var right = new ArrayList<>(SchemaMerge.flat(theirs));
        var pairs = new ArrayList<Pair>();
        for (var best = best(left, right); best != null; best = best(left, right)) {
            pairs.add(best);
            left.remove(best.ours());
            right.remove(best.theirs());
        }
        if (left.size() == 1 && right.size() == 1) {
            pairs.add(new Pair(left.remove(0), right.remove(0)));
        }
        return new FormPairing(
                List.copyOf(pairs),
                List.copyOf(left),
                mine.has(KnownDifferences.OTHERS) ? List.of() : List.copyOf(right));
    }

    private static @Nullable Pair best(List<ObjectNode> left, List<ObjectNode> right) {
        @Nullable Pair best = null;
        var most = LEAST;
        for (var one : left) {
            for (var other : right) {
                var likeness = likeness(one, other);
                if (likeness > most) {
                    most = likeness;
                    best = new Pair(one, other);
                }
            }
        }
        return best;
    }

    /** From 0, nothing in common, to 1, the same. */
    static double likeness(ObjectNode one, ObjectNode other) {
        if (one.equals(other)) {
            return 1;
        }
        var type = one.path("type").equals(other.path("type")) ? OF_TYPE : 0;
        var names = shared(names(one.path("properties")), names(other.path("properties")));
        var words = shared(words(one.path("enum")), words(other.path("enum")));
        return type + (1 - OF_TYPE) * Math.max(names, words) * 0.99;
    }

    private static double shared(Set<String> one, Set<String> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        var both = new HashSet<>(one);
        both.retainAll(other);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> words(JsonNode list) {
        var words = new HashSet<String>();
        list.forEach(word -> words.add(word.toString()));
        return words;
    }
}
