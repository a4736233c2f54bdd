package dev.venicesim.kit.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.kit.contract.drift.Drift.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Walks one of our schemas and the API's own side by side and names each keyword in which they differ, with both values. */
final class SchemaDrift {

    private static final List<String> COMPARED = List.of(
            "type",
            "enum",
            "default",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "pattern");

    private final JsonNode ours;
    private final Direction direction;
    private final List<Found> found = new ArrayList<>();

    /** Whether clients write by a schema or read by it. */
    enum Direction {
        REQUEST,
        REPLY
    }

    /** A difference by its key, as the list of known ones writes it, and in words. */
    record Found(String key, Severity severity, String says) {}

    private SchemaDrift(JsonNode ours, Direction direction) {
        this.ours = ours;
        this.direction = direction;
    }

    static List<Found> between(JsonNode ours, JsonNode theirs, Direction direction) {
        var walk = new SchemaDrift(ours, direction);
        walk.compare("", ours, theirs);
        return walk.found;
    }

    private void compare(String at, JsonNode mineOrRef, JsonNode theirs) {
        var mine =
                mineOrRef.has("$ref") ? ours.at(mineOrRef.path("$ref").asText().substring(1)) : mineOrRef;
        for (var keyword : COMPARED) {
            var was = mine.path(keyword);
            var is = theirs.path(keyword);
            if (!was.equals(is)) {
                add(at + " " + keyword, Weight.of(direction, keyword, was, is), changed(keyword, was, is));
            }
        }
        required(at, names(mine.path("required")), names(theirs.path("required")));
        below(at + "/additionalProperties", mine.path("additionalProperties"), theirs.path("additionalProperties"));
        below(at + "/items", mine.path("items"), theirs.path("items"));
        for (var keyword : List.of("anyOf", "oneOf")) {
            var count = Math.max(mine.path(keyword).size(), theirs.path(keyword).size());
            for (var i = 0; i < count; i++) {
                below(
                        at + "/" + keyword + "/" + i,
                        mine.path(keyword).path(i),
                        theirs.path(keyword).path(i));
            }
        }
        properties(at, mine.path("properties"), theirs.path("properties"));
    }

    private void properties(String at, JsonNode mine, JsonNode theirs) {
        var fields = new TreeSet<String>();
        mine.fieldNames().forEachRemaining(fields::add);
        theirs.fieldNames().forEachRemaining(fields::add);
        fields.forEach(field -> below(at + "/properties/" + field, mine.path(field), theirs.path(field)));
    }

    private void required(String at, Set<String> was, Set<String> is) {
        if (was.equals(is)) {
            return;
        }
        var narrower = direction == Direction.REQUEST ? !was.containsAll(is) : !is.containsAll(was);
        add(at + " required", narrower ? Severity.BREAKING : Severity.HARMLESS, "required " + was + " became " + is);
    }

    private void below(String at, JsonNode mine, JsonNode theirs) {
        if (mine.isObject() && theirs.isObject()) {
            compare(at, mine, theirs);
        } else if (theirs.isMissingNode() && !mine.isMissingNode()) {
            add(at + " ours-only", Severity.BREAKING, "gone");
        } else if (mine.isMissingNode() && !theirs.isMissingNode()) {
            add(at + " theirs-only", Severity.HARMLESS, "new");
        } else if (!mine.equals(theirs)) {
            add(at + " differs", Severity.NOTABLE, ModelDrift.shown(mine) + " became " + ModelDrift.shown(theirs));
        }
    }

    private static String changed(String keyword, JsonNode was, JsonNode is) {
        if (!was.isArray() || !is.isArray()) {
            return keyword + " " + ModelDrift.shown(was) + " became " + ModelDrift.shown(is);
        }
        var gone = new LinkedHashSet<String>();
        was.forEach(word -> gone.add(word.toString()));
        var come = new LinkedHashSet<String>();
        is.forEach(word -> come.add(word.toString()));
        var kept = Set.copyOf(gone);
        gone.removeAll(come);
        come.removeAll(kept);
        return keyword
                + (gone.isEmpty() ? "" : " no longer " + String.join(", ", gone))
                + (come.isEmpty() ? "" : " now also " + String.join(", ", come))
                + (gone.isEmpty() && come.isEmpty() ? " in another order" : "");
    }

    private void add(String key, Severity severity, String says) {
        found.add(new Found(key, severity, says));
    }

    private static Set<String> names(JsonNode list) {
        var names = new TreeSet<String>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }
}
