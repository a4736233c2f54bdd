package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** The ways in which the same API can be written down. None of them is drift. */
enum Styles {
    AS_MADE(file -> file),
    NULLABLE_AS_A_TYPE_OF_3_1(file -> (ObjectNode) everySchema(file, schema -> {
        if (schema.path("nullable").asBoolean() && schema.path("type").isTextual()) {
            var type = schema.path("type").textValue();
            schema.putArray("type").add(type).add("null");
            schema.remove("nullable");
        }
        return schema;
    })),
    NULLABLE_AS_ANY_OF(file -> (ObjectNode) everySchema(file, schema -> {
        if (!schema.path("nullable").asBoolean()) {
            return schema;
        }
        schema.remove("nullable");
        var either = Json.object();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    })),
    WRAPPED_IN_ALL_OF(file -> (ObjectNode) everySchema(file, schema -> {
        var wrapped = Json.object();
        wrapped.putArray("allOf").add(schema);
        return wrapped;
    })),
    REQUIRED_BESIDE_IN_ALL_OF(file -> (ObjectNode) everySchema(file, schema -> {
        if (!schema.has("required") || !schema.has("properties")) {
            return schema;
        }
        var wrapped = Json.object();
        var second = Json.object();
        second.set("required", schema.remove("required"));
        wrapped.putArray("allOf").add(schema).add(second);
        return wrapped;
    })),
    ONE_OF_FOR_ANY_OF(file -> (ObjectNode) everySchema(file, schema -> {
        if (schema.has("anyOf")) {
            schema.set("oneOf", schema.remove("anyOf"));
        }
        return schema;
    })),
    ONE_WORD_AS_CONST(file -> (ObjectNode) everySchema(file, schema -> {
        if (schema.path("enum").size() == 1) {
            schema.set("const", schema.remove("enum").path(0));
        }
        return schema;
    })),
    COMPONENTS_RENAMED(file -> {
        var text = new String(Json.bytes(file), java.nio.charset.StandardCharsets.UTF_8).replace("_Schema", "DtoV2");
        return (ObjectNode) Json.trusted(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }),
    EVERYTHING_INLINE(file -> {
        var whole = (ObjectNode) inlined(file, file);
        whole.withObjectProperty("components").remove("schemas");
        return whole;
    }),
    REPLIES_AND_PARAMETERS_AS_COMPONENTS(Styles::shared),
    SERVER_WITHOUT_A_PATH(file -> {
        file.putArray("servers").addObject().put("url", "https://api.venice.ai");
        var paths = Json.object();
        file.path("paths").properties().forEach(path -> paths.set("/api/v1" + path.getKey(), path.getValue()));
        file.set("paths", paths);
        return file;
    }),
    OTHER_ROOMS_OF_THE_API(file -> {
        file.withObject("/paths/~1chat~1completions/post/responses").putObject("200");
        file.withObject("/paths/~1image~1generate/post/responses").putObject("200");
        return file;
    }),
    KEYS_IN_ANOTHER_ORDER(file -> (ObjectNode) reversed(file));

    private final UnaryOperator<ObjectNode> rewritten;

    Styles(UnaryOperator<ObjectNode> rewritten) {
        this.rewritten = rewritten;
    }

    ObjectNode of(ObjectNode file) {
        return rewritten.apply(file.deepCopy());
    }

    private static JsonNode everySchema(JsonNode node, UnaryOperator<ObjectNode> change) {
        if (node instanceof ArrayNode list) {
            for (var i = 0; i < list.size(); i++) {
                list.set(i, everySchema(list.path(i), change));
            }
            return list;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        for (var name : names(object)) {
            object.set(name, everySchema(object.path(name), change));
        }
        var isSchema = (object.path("type").isTextual() && !object.has("in") && !object.has("scheme"))
                || object.path("anyOf").isArray();
        return isSchema ? change.apply(object) : object;
    }

    private static JsonNode inlined(JsonNode node, JsonNode root) {
        if (node instanceof ArrayNode list) {
            var copy = Json.mapper().createArrayNode();
            list.forEach(entry -> copy.add(inlined(entry, root)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        if (object.has("$ref")) {
            return inlined(root.at(object.path("$ref").asText().substring(1)), root);
        }
        var copy = Json.object();
        object.properties().forEach(entry -> copy.set(entry.getKey(), inlined(entry.getValue(), root)));
        return copy;
    }

    private static ObjectNode shared(ObjectNode file) {
        var replies = file.withObject("/components/responses");
        var parameters = file.withObject("/components/parameters");
        for (var path : file.path("paths").properties()) {
            var item = (ObjectNode) path.getValue();
            for (var method : names(item)) {
                var operation = (ObjectNode) item.path(method);
                var answers = (ObjectNode) operation.path("responses");
                for (var status : names(answers)) {
                    var name = "r" + replies.size();
                    replies.set(name, answers.path(status));
                    answers.putObject(status).put("$ref", "#/components/responses/" + name);
                }
                var list = item.withArrayProperty("parameters");
                operation.path("parameters").forEach(parameter -> {
                    var name = "p" + parameters.size();
                    parameters.set(name, parameter);
                    list.addObject().put("$ref", "#/components/parameters/" + name);
                });
                operation.remove("parameters");
            }
        }
        return file;
    }

    private static JsonNode reversed(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var names = names(object);
        Collections.reverse(names);
        var copy = Json.object();
        names.forEach(name -> copy.set(name, reversed(object.path(name))));
        return copy;
    }

    private static List<String> names(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
