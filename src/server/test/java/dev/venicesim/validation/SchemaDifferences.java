package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Walks one of our schemas and the API's own side by side and names each keyword in which they differ. */
final class SchemaDifferences {

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
    private final List<String> found = new ArrayList<>();

    private SchemaDifferences(JsonNode ours) {
        this.ours = ours;
    }

    /** Each as {@code /properties/duration enum}. */
    static List<String> between(JsonNode ours, JsonNode theirs) {
        var walk = new SchemaDifferences(ours);
        walk.compare("", ours, theirs);
        return walk.found;
    }

    private void compare(String at, JsonNode mineOrRef, JsonNode theirs) {
        var mine =
                mineOrRef.has("$ref") ? ours.at(mineOrRef.path("$ref").asText().substring(1)) : mineOrRef;
        for (var keyword : COMPARED) {
            if (!mine.path(keyword).equals(theirs.path(keyword))) {
                found.add(at + " " + keyword);
            }
        }
        if (!names(mine.path("required")).equals(names(theirs.path("required")))) {
            found.add(at + " required");
        }
        below(at + "/additionalProperties", mine.path("additionalProperties"), theirs.path("additionalProperties"));
        below(at + "/items", mine.path("items"), theirs.path("items"));
        alternatives(at, mine, theirs);
        var fields = new TreeSet<String>();
        mine.path("properties").fieldNames().forEachRemaining(fields::add);
        theirs.path("properties").fieldNames().forEachRemaining(fields::add);
        for (var field : fields) {
            below(
                    at + "/properties/" + field,
                    mine.path("properties").path(field),
                    theirs.path("properties").path(field));
        }
    }

    private void alternatives(String at, JsonNode mine, JsonNode theirs) {
        for (var keyword : List.of("anyOf", "oneOf")) {
            var count = Math.max(mine.path(keyword).size(), theirs.path(keyword).size());
            for (var i = 0; i < count; i++) {
                below(
                        at + "/" + keyword + "/" + i,
                        mine.path(keyword).path(i),
                        theirs.path(keyword).path(i));
            }
        }
    }

    private void below(String at, JsonNode mine, JsonNode theirs) {
        if (mine.isObject() && theirs.isObject()) {
            compare(at, mine, theirs);
        } else if (mine.isMissingNode() != theirs.isMissingNode() || (!mine.isObject() && !mine.equals(theirs))) {
            found.add(
                    at + (theirs.isMissingNode() ? " ours-only" : mine.isMissingNode() ? " theirs-only" : " differs"));
        }
    }

    private static Set<String> names(JsonNode list) {
        var names = new TreeSet<String>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }
}
