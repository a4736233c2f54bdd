package dev.venicesim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checker of a document against the part of JSON Schema that {@code scenario.schema.json} uses; a schema with any other
 * keyword is refused when it is made.
 */
final class SchemaWalk {

    private static final Set<String> SAYING_NOTHING = Set.of("$schema", "$id", "$defs", "title", "description");

    private static final Set<String> STRUCTURE =
            Set.of("$ref", "properties", "additionalProperties", "items", "required", "oneOf", "type", "enum");

    private final JsonNode root;
    private final Map<String, Pattern> patterns = new HashMap<>();

    /**
     * One place where a document is not as its schema says.
     *
     * @param pointer JSON pointer of the value
     * @param keyword the schema's keyword that refuses it
     * @param key the key that is missing or unknown; empty for other keywords
     * @param schema the schema it was held against
     * @param title the nearest title on the way to that schema
     */
    record Complaint(String pointer, JsonNode value, String keyword, String key, JsonNode schema, String title) {}

    SchemaWalk(JsonNode schema) {
        this.root = schema;
        learn(schema);
        schema.path("$defs").forEach(this::learn);
    }

    /** Compiles the patterns, and makes sure that every keyword is known. */
    private void learn(JsonNode schema) {
        if (!schema.isObject()) {
            return;
        }
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!SAYING_NOTHING.contains(keyword) && !STRUCTURE.contains(keyword) && !Bound.NAMES.contains(keyword)) {
                throw new IllegalStateException("a keyword nobody checks: " + keyword);
            }
        });
        if (schema.has("pattern")) {
            var pattern = schema.get("pattern").textValue();
            // in JSON Schema a final $ is the end, in Java also the place before a last line break
            patterns.put(pattern, Pattern.compile(pattern.replaceFirst("\\$$", "\\\\z")));
        }
        schema.path("properties").forEach(this::learn);
        schema.path("oneOf").forEach(this::learn);
        learn(schema.path("items"));
        learn(schema.path("additionalProperties"));
    }

    /** Everything that is refused, from the outside in. */
    List<Complaint> complaints(JsonNode document) {
        var complaints = new ArrayList<Complaint>();
        new Visit(complaints).visit(root, document, "", "");
        return complaints;
    }

    private final class Visit {
        private final List<Complaint> complaints;

        Visit(List<Complaint> complaints) {
            this.complaints = complaints;
        }

        void visit(JsonNode reference, JsonNode value, String pointer, String above) {
            var schema = reference.has("$ref")
                    ? root.at(reference.get("$ref").textValue().substring(1))
                    : reference;
            var at = new Place(schema, value, pointer, schema.path("title").asText(above));
            if (schema.has("type") && !Types.fit(schema.get("type"), value)) {
                add(at, "type", "");
            }
            if (schema.has("enum") && !contains(schema.get("enum"), value)) {
                add(at, "enum", "");
            }
            Bound.broken(schema, value, patterns).forEach(keyword -> add(at, keyword, ""));
            if (value.isObject()) {
                object(at);
            }
            if (value.isArray() && schema.has("items")) {
                for (int i = 0; i < value.size(); i++) {
                    visit(schema.get("items"), value.get(i), pointer + "/" + i, at.title());
                }
            }
        }

        private void object(Place at) {
            at.schema().path("required").forEach(name -> {
                if (!at.value().has(name.textValue())) {
                    add(at, "required", name.textValue());
                }
            });
            at.value().properties().forEach(entry -> member(at, entry.getKey(), entry.getValue()));
            var alternatives = at.schema().path("oneOf");
            if (!alternatives.isEmpty() && matching(alternatives, at.value()) != 1) {
                add(at, "oneOf", "");
            }
        }

        private void member(Place at, String key, JsonNode value) {
            var named = at.schema().path("properties").path(key);
            var schema = named.isMissingNode() ? at.schema().path("additionalProperties") : named;
            if (schema.isObject()) {
                visit(schema, value, ParsedDocument.child(at.pointer(), key), at.title());
            } else if (schema.isBoolean() && !schema.booleanValue()) {
                add(at, "additionalProperties", key);
            }
        }

        private void add(Place at, String keyword, String key) {
            complaints.add(new Complaint(at.pointer(), at.value(), keyword, key, at.schema(), at.title()));
        }
    }

    private record Place(JsonNode schema, JsonNode value, String pointer, String title) {}

    private long matching(JsonNode alternatives, JsonNode value) {
        var matching = 0;
        for (var alternative : alternatives) {
            var complaints = new ArrayList<Complaint>();
            new Visit(complaints).visit(alternative, value, "", "");
            matching += complaints.isEmpty() ? 1 : 0;
        }
        return matching;
    }

    private static boolean contains(JsonNode options, JsonNode value) {
        for (var option : options) {
            if (option.equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** The types of JSON Schema. */
    private static final class Types {

        static boolean fit(JsonNode types, JsonNode value) {
            if (types.isTextual()) {
                return is(types.textValue(), value);
            }
            for (var type : types) {
                if (is(type.textValue(), value)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean is(String type, JsonNode value) {
            return switch (type) {
                case "object" -> value.isObject();
                case "array" -> value.isArray();
                case "string" -> value.isTextual();
                case "boolean" -> value.isBoolean();
                case "null" -> value.isNull();
                case "number" -> value.isNumber();
                case "integer" -> value.canConvertToExactIntegral();
                default -> throw new IllegalStateException("a type nobody checks: " + type);
            };
        }
    }
}
