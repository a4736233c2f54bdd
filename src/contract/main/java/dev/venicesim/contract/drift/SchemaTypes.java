package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.Set;
import java.util.TreeSet;

/** The types of a schema as one sorted list, whichever way they are written; {@code null} is one of them. */
final class SchemaTypes {

    private SchemaTypes() {}

    static void settle(ObjectNode source, ObjectNode plain) {
        var types = new TreeSet<String>();
        if (source.path("type") instanceof ArrayNode list) {
            list.forEach(type -> types.add(type.asText()));
        } else if (source.path("type").isTextual()) {
            types.add(source.path("type").textValue());
        }
        if (types.isEmpty()) {
            guess(source, plain, types);
        }
        if (!types.isEmpty() && (source.path("nullable").asBoolean() || namesNull(plain.path("enum")))) {
            types.add("null");
        }
        if (plain.path("enum") instanceof ArrayNode words) {
            var kept = Json.mapper().createArrayNode();
            words.forEach(word -> {
                if (!word.isNull()) {
                    kept.add(word);
                }
            });
            plain.set("enum", kept);
            if (kept.isEmpty()) {
                plain.remove("enum");
            }
        }
        if (!types.isEmpty()) {
            types.forEach(plain.putArray("type")::add);
        }
    }

    /** Where no type is named, what stands there shows it. */
    private static void guess(ObjectNode source, ObjectNode plain, Set<String> types) {
        if (source.path("properties").isObject()) {
            types.add("object");
        } else if (source.has("items")) {
            types.add("array");
        } else {
            plain.path("enum").forEach(word -> types.add(of(word)));
        }
    }

    private static String of(JsonNode word) {
        return switch (word.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case ARRAY -> "array";
            case OBJECT, POJO, BINARY, MISSING -> "object";
        };
    }

    private static boolean namesNull(JsonNode words) {
        for (var word : words) {
            if (word.isNull()) {
                return true;
            }
        }
        return false;
    }
}
