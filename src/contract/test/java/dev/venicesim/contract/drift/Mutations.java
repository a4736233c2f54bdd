package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Every single change that a later file may bring: each enum, cap, type, field, status, header and parameter of a file,
 * one at a time.
 */
final class Mutations {

    private static final Set<String> CAPS =
            Set.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "default");

    private final ObjectNode root;
    private final List<Mutation> all = new ArrayList<>();

    /** A change and what a report must at least hold of it. */
    record Mutation(String name, String told, Consumer<ObjectNode> change) {

        ObjectNode on(ObjectNode file) {
            var copy = file.deepCopy();
            change.accept(copy);
            return copy;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Mutations(ObjectNode root) {
        this.root = root;
    }

    static List<Mutation> of(ObjectNode root) {
        var mutations = new Mutations(root);
        mutations.operations();
        mutations.schemas("", root);
        return mutations.all;
    }

    private void operations() {
        for (var path : root.path("paths").properties()) {
            var at = "/paths/" + escaped(path.getKey());
            add(
                    "remove " + path.getKey(),
                    path.getKey(),
                    file -> ((ObjectNode) file.path("paths")).remove(path.getKey()));
            for (var method : path.getValue().properties()) {
                operation(at + "/" + method.getKey(), path.getKey(), method.getValue());
            }
        }
    }

    private void operation(String at, String path, JsonNode operation) {
        for (var status : operation.path("responses").properties()) {
            var place = at + "/responses/" + status.getKey();
            add(
                    "remove " + place,
                    status.getKey(),
                    file -> at(file, at + "/responses").remove(status.getKey()));
            status.getValue()
                    .path("headers")
                    .fieldNames()
                    .forEachRemaining(header -> add(
                            "remove " + place + " " + header,
                            header,
                            file -> at(file, place + "/headers").remove(header)));
            status.getValue()
                    .path("content")
                    .fieldNames()
                    .forEachRemaining(type -> add(
                            "remove " + place + " " + type,
                            type,
                            file -> at(file, place + "/content").remove(type)));
        }
        add("add 418 to " + at, "418", file -> at(file, at + "/responses").putObject("418"));
        add(
                "no auth " + at,
                path,
                file -> at(file, at).putArray("security").addObject().putArray("other"));
        var parameters = operation.path("parameters");
        for (var i = 0; i < parameters.size(); i++) {
            var index = i;
            add(
                    "remove parameter " + at + " " + i,
                    parameters.path(i).path("name").asText(),
                    file -> ((ArrayNode) file.at(at + "/parameters")).remove(index));
        }
    }

    private void schemas(String at, JsonNode node) {
        if (node.path("properties").isObject() || node.has("type") || node.has("enum")) {
            schema(at, node);
        }
        if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                schemas(at + "/" + i, node.path(i));
            }
        }
        node.properties().stream()
                .filter(entry -> !Set.of("example", "examples", "securitySchemes", "headers")
                        .contains(entry.getKey()))
                .forEach(entry -> schemas(at + "/" + escaped(entry.getKey()), entry.getValue()));
    }

    private void schema(String at, JsonNode schema) {
        var last = at.substring(at.lastIndexOf('/') + 1);
        var name = at.contains("/properties/") && !Set.of("items", "schema").contains(last) && !last.matches("\\d+")
                ? last
                : "";
        if (schema.path("enum").size() > 1) {
            add(
                    "shrink enum " + at,
                    schema.path("enum").path(0).toString(),
                    file -> ((ArrayNode) at(file, at).path("enum")).remove(0));
        }
        if (schema.path("enum").isArray() && schema.path("enum").path(0).isTextual()) {
            add("grow enum " + at, "17:9", file -> ((ArrayNode) at(file, at).path("enum")).add("17:9"));
        }
        for (var cap : CAPS) {
            if (schema.path(cap).isNumber()) {
                add(
                        "raise " + cap + " " + at,
                        name,
                        file -> at(file, at).put(cap, schema.path(cap).asInt() + 7));
                add(
                        "lower " + cap + " " + at,
                        name,
                        file -> at(file, at).put(cap, schema.path(cap).asInt() - 7));
                add("drop " + cap + " " + at, name, file -> at(file, at).remove(cap));
            }
        }
        if (schema.path("type").isTextual()) {
            var other = schema.path("type").asText().equals("boolean") ? "string" : "boolean";
            add("retype " + at, other, file -> at(file, at).put("type", other));
        }
        if (schema.path("pattern").isTextual()) {
            add("pattern " + at, "pattern", file -> at(file, at).put("pattern", "^zzz$"));
        }
        if (schema.path("additionalProperties").isBoolean()) {
            add("open " + at, "further fields", file -> at(file, at).remove("additionalProperties"));
        }
        fields(at, schema);
    }

    private void fields(String at, JsonNode schema) {
        for (var required : schema.path("required")) {
            var name = required.asText();
            add(
                    "optional " + at + " " + name,
                    name,
                    file -> at(file, at).set("required", without((ArrayNode) schema.path("required"), name)));
        }
        var fields = schema.path("properties");
        fields.fieldNames().forEachRemaining(field -> {
            var place = at + "/properties";
            add("remove " + place + " " + field, field, file -> at(file, place).remove(field));
        });
        if (!fields.isEmpty()) {
            add(
                    "new field in " + at,
                    "brand_new",
                    file -> at(file, at + "/properties").putObject("brand_new").put("type", "string"));
        }
    }

    private static ArrayNode without(ArrayNode list, String name) {
        var copy = list.deepCopy();
        for (var i = copy.size() - 1; i >= 0; i--) {
            if (copy.path(i).asText().equals(name)) {
                copy.remove(i);
            }
        }
        return copy;
    }

    private void add(String name, String told, Consumer<ObjectNode> change) {
        all.add(new Mutation(name, told, change));
    }

    private static ObjectNode at(ObjectNode file, String pointer) {
        return (ObjectNode) file.at(pointer);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
