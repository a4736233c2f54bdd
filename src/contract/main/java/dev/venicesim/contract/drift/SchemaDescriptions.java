package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The descriptions of a schema's fields, by the same names that {@link SchemaDrift} gives them. */
final class SchemaDescriptions {

    private static final int MAX_DEPTH = 40;

    /** A schema that branches into itself at every step has no end of places. */
    private static final int MAX_PLACES = 20_000;

    private final OpenApiFile file;
    private final Map<String, Described> byField = new LinkedHashMap<>();
    private int visited;

    private SchemaDescriptions(OpenApiFile file) {
        this.file = file;
    }

    static Map<String, Described> of(OpenApiFile file, JsonNode schema) {
        var walk = new SchemaDescriptions(file);
        walk.visit("", schema, Set.of(), 0);
        return walk.byField;
    }

    private void visit(String at, JsonNode schema, Set<String> within, int depth) {
        if (!(schema instanceof ObjectNode node) || depth > MAX_DEPTH || visited++ > MAX_PLACES) {
            return;
        }
        byField.merge(at, Described.of(node.path("description").asText()), Described::and);
        var reference = node.path("$ref").asText();
        if (!reference.isEmpty()) {
            if (!within.contains(reference)) {
                var further = new HashSet<>(within);
                further.add(reference);
                visit(at, file.target(reference), further, depth + 1);
            }
            return;
        }
        node.path("properties")
                .properties()
                .forEach(field -> visit(SchemaDrift.within(at, field.getKey()), field.getValue(), within, depth + 1));
        visit(at + "[]", node.path("items"), within, depth + 1);
        visit(at + ".*", node.path("additionalProperties"), within, depth + 1);
        for (var several : List.of("allOf", "anyOf", "oneOf")) {
            node.path(several).forEach(one -> visit(at, one, within, depth + 1));
        }
    }

    /** The places of a canonical schema, each with what is known of it besides. */
    static Map<String, Described> placed(JsonNode canonical, Map<String, Described> known) {
        var placed = new LinkedHashMap<String, Described>();
        place("", canonical, known, placed);
        return placed;
    }

    private static void place(String at, JsonNode schema, Map<String, Described> known, Map<String, Described> placed) {
        if (!schema.isObject() || schema.has(KnownDifferences.UNREAD)) {
            return;
        }
        placed.put(at, known.getOrDefault(at, Described.NOTHING));
        schema.path("properties")
                .properties()
                .forEach(field -> place(SchemaDrift.within(at, field.getKey()), field.getValue(), known, placed));
        place(at + "[]", schema.path("items"), known, placed);
        place(at + ".*", schema.path("additionalProperties"), known, placed);
        schema.path("anyOf").forEach(form -> place(at, form, known, placed));
    }
}
