package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Canonical form of schemas: one way of writing for all the ways in which OpenAPI 3.0, 3.1 and JSON Schema write the
 * same: references put in place, {@code allOf} merged, {@code oneOf} and {@code anyOf} one flat list of alternatives,
 * {@code nullable} a type, {@code const} an enum, bounds inclusive where they count whole things. Words that say
 * nothing about what is valid are left out.
 */
final class CanonicalSchema {

    /** Where a reference that could not be followed stood. */
    static final String REFERENCE = "x-reference";

    /** Words that narrow a schema and that no edition's file uses; they are kept as they stand. */
    static final List<String> RARE = List.of(
            "not",
            "if",
            "then",
            "else",
            "contains",
            "prefixItems",
            "propertyNames",
            "patternProperties",
            "dependentRequired",
            "dependentSchemas");

    private static final int MAX_DEPTH = 40;

    private static final Set<String> PLAIN = Set.of(
            "enum",
            "default",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "multipleOf",
            "uniqueItems",
            "pattern",
            "format",
            KnownDifferences.UNREAD,
            KnownDifferences.OTHERS);

    /** Finds what a reference names; a missing node if it is not to be had. */
    @FunctionalInterface
    interface Refs {
        Refs NONE = reference -> com.fasterxml.jackson.databind.node.MissingNode.getInstance();

        JsonNode find(String reference);
    }

    /** A schema that branches into others without end says nothing from here on. */
    private static final int MAX_PARTS = 200_000;

    private final Refs refs;
    private final Set<String> within = new HashSet<>();
    private int parts;

    private CanonicalSchema(Refs refs) {
        this.refs = refs;
    }

    static ObjectNode of(JsonNode schema, Refs refs) {
        return new CanonicalSchema(refs).schema(schema, 0);
    }

    private ObjectNode schema(JsonNode any, int depth) {
        if (!(any instanceof ObjectNode source) || depth > MAX_DEPTH || parts++ > MAX_PARTS) {
            return any.isBoolean() && !any.booleanValue() ? Json.object().put("type", "never") : Json.object();
        }
        if (source.path("$ref").isTextual()) {
            return referenced(source, depth);
        }
        var plain = keywords(source);
        children(source, plain, depth);
        for (var part : source.path("allOf")) {
            plain = SchemaMerge.both(plain, schema(part, depth + 1));
        }
        return alternatives(source, plain, depth);
    }

    /** OpenAPI 3.1 lets words stand beside a reference; they hold besides what it names. One within itself is anything. */
    private ObjectNode referenced(ObjectNode source, int depth) {
        var reference = source.path("$ref").textValue();
        var target = refs.find(reference);
        if (target.isMissingNode()) {
            return Json.object().put(REFERENCE, reference);
        }
        var beside = source.deepCopy();
        beside.remove("$ref");
        if (!within.add(reference)) {
            return schema(beside, depth + 1);
        }
        var both = SchemaMerge.both(schema(beside, depth + 1), schema(target, depth + 1));
        within.remove(reference);
        return both;
    }

    private static ObjectNode keywords(ObjectNode source) {
        var plain = Json.object();
        source.properties().stream()
                .filter(entry -> PLAIN.contains(entry.getKey()) || RARE.contains(entry.getKey()))
                .forEach(entry -> plain.set(entry.getKey(), number(entry.getValue())));
        if (source.path("deprecated").asBoolean()) {
            plain.put("deprecated", true);
        }
        if (source.has("const")) {
            plain.putArray("enum").add(source.path("const"));
        }
        SchemaTypes.settle(source, plain);
        bound(source, plain, "Minimum", 1);
        bound(source, plain, "Maximum", -1);
        for (var empty : List.of("minLength", "minItems", "minProperties")) {
            if (plain.path(empty).asInt(1) == 0) {
                plain.remove(empty);
            }
        }
        return plain;
    }

    /**
     * A boolean {@code exclusiveMinimum} qualifies {@code minimum}; a number stands for itself. Whole numbers begin at
     * the next.
     */
    private static void bound(ObjectNode source, ObjectNode plain, String end, int step) {
        var inclusive = end.toLowerCase(Locale.ROOT);
        var exclusive = source.path("exclusive" + end);
        var limit = exclusive.isNumber() ? exclusive : exclusive.asBoolean() ? source.path(inclusive) : exclusive;
        if (!limit.isNumber()) {
            return;
        }
        if (source.path("type").asText().equals("integer")) {
            plain.put(inclusive, limit.decimalValue().add(java.math.BigDecimal.valueOf(step)));
        } else {
            if (!exclusive.isNumber()) {
                plain.remove(inclusive);
            }
            plain.set("exclusive" + end, number(limit));
        }
    }

    private void children(ObjectNode source, ObjectNode plain, int depth) {
        if (source.path("properties") instanceof ObjectNode fields && !fields.isEmpty()) {
            var copy = plain.putObject("properties");
            fields.properties().forEach(field -> copy.set(field.getKey(), schema(field.getValue(), depth + 1)));
        }
        if (source.path("required") instanceof ArrayNode names && !names.isEmpty()) {
            plain.set("required", SchemaMerge.sorted(names));
        }
        if (source.has("items")) {
            plain.set("items", schema(source.path("items"), depth + 1));
        }
        var further =
                source.path(source.has("additionalProperties") ? "additionalProperties" : "unevaluatedProperties");
        if (further.isBoolean() && !further.booleanValue()) {
            plain.put("additionalProperties", false);
        } else if (further.isObject() && !schema(further, depth + 1).isEmpty()) {
            plain.set("additionalProperties", schema(further, depth + 1));
        }
    }

    private ObjectNode alternatives(ObjectNode source, ObjectNode plain, int depth) {
        var result = plain;
        for (var keyword : List.of("anyOf", "oneOf")) {
            if (source.path(keyword) instanceof ArrayNode list && !list.isEmpty()) {
                var each = new ArrayList<ObjectNode>();
                for (var one : list) {
                    for (var flat : SchemaMerge.flat(schema(one, depth + 1))) {
                        each.add(SchemaMerge.both(result, flat));
                    }
                }
                result = SchemaMerge.alternatives(each);
            }
        }
        return result;
    }

    /** 10000, 1e4 and 10000.0 are one number. */
    private static JsonNode number(JsonNode value) {
        if (!value.isNumber()) {
            return value;
        }
        var decimal = value.decimalValue().stripTrailingZeros();
        return Json.mapper().getNodeFactory().numberNode(decimal.scale() < 0 ? decimal.setScale(0) : decimal);
    }
}
