package dev.venicesim.control.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Schemas of a document: the files of an edition as components, each when it is first referred to. The definitions
 * inside a file become components of their own, since not every tool finds them within another.
 */
final class DocumentSchemas {

    private static final String PLACE = "#/components/schemas/";
    private static final String INNER = "#/$defs/";
    private static final String FILE = ".schema.json";

    private final ApiEdition edition;
    private final Map<String, JsonNode> components = new TreeMap<>();

    DocumentSchemas(ApiEdition edition) {
        this.edition = edition;
    }

    ObjectNode components() {
        var all = Json.object();
        components.forEach(all::set);
        return all;
    }

    /** Bodies by media type: each the name of a schema, or a schema. */
    ObjectNode content(JsonNode byType) {
        var content = Json.object();
        byType.properties().forEach(entry -> content.putObject(entry.getKey()).set("schema", schema(entry.getValue())));
        return content;
    }

    /** A schema by its name, as a reference; any other as it is. */
    JsonNode schema(JsonNode schema) {
        return schema.isTextual() ? reference(schema.textValue()) : schema;
    }

    /** What satisfies one of two schemas; once, if they are the same. */
    static JsonNode either(JsonNode one, JsonNode other) {
        if (one.path("anyOf") instanceof ArrayNode list && one.size() == 1) {
            if (List.of(list).stream().noneMatch(known -> contains(known, other))) {
                list.add(other);
            }
            return one;
        }
        if (one.equals(other)) {
            return one;
        }
        var either = Json.object();
        either.putArray("anyOf").add(one).add(other);
        return either;
    }

    private static boolean contains(ArrayNode list, JsonNode wanted) {
        for (var one : list) {
            if (one.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private ObjectNode reference(String name) {
        if (!components.containsKey(name)) {
            components.put(name, Json.object());
            components.put(name, file(name));
        }
        return Json.object().put("$ref", PLACE + name);
    }

    private JsonNode file(String name) {
        var file = EditionFiles.schema(edition, name).<ObjectNode>deepCopy();
        file.remove(List.of("$schema", "$id", "$comment"));
        if (file.remove("$defs") instanceof ObjectNode inner) {
            inner.properties().forEach(entry -> components.put(name + "." + entry.getKey(), entry.getValue()));
            inner.forEach(one -> relink(one, name));
        }
        relink(file, name);
        return file;
    }

    private void relink(JsonNode node, String name) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            object.put("$ref", target(object.path("$ref").textValue(), name));
        }
        node.forEach(child -> relink(child, name));
    }

    private String target(String reference, String name) {
        if (reference.startsWith(INNER)) {
            return PLACE + name + "." + reference.substring(INNER.length());
        }
        if (!reference.endsWith(FILE)) {
            throw new IllegalStateException("the schema " + name + " refers to " + reference + ", which is no file");
        }
        return reference(reference.substring(0, reference.length() - FILE.length()))
                .path("$ref")
                .textValue();
    }
}
