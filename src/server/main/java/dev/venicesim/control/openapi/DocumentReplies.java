package dev.venicesim.control.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.Map;
import java.util.TreeMap;

/** Replies of one operation as they are gathered: by status the bodies and headers. */
final class DocumentReplies {

    private final DocumentSchemas schemas;
    private final ObjectNode always;
    private final Map<String, ObjectNode> byStatus = new TreeMap<>();

    /**
     * @param always headers that every reply may have, by name
     */
    DocumentReplies(DocumentSchemas schemas, ObjectNode always) {
        this.schemas = schemas;
        this.always = always;
    }

    /** A reply with {@code content} and {@code headers}, beside what is known of its status; null takes a status out. */
    void add(String status, JsonNode reply) {
        if (reply.isNull()) {
            byStatus.remove(status);
            return;
        }
        var known = byStatus.computeIfAbsent(status, fresh -> fresh(reply));
        var headers = known.withObjectProperty("headers");
        reply.path("headers").forEach(name -> {
            if (name.isTextual()) {
                headers.putObject(name.textValue()).putObject("schema").put("type", "string");
            }
        });
        reply.path("headers")
                .properties()
                .forEach(entry -> headers.putObject(entry.getKey()).set("schema", entry.getValue()));
        var content = schemas.content(reply.path("content"));
        content.properties().forEach(entry -> {
            var there = known.withObjectProperty("content").withObjectProperty(entry.getKey());
            var schema = entry.getValue().path("schema");
            there.set("schema", there.has("schema") ? DocumentSchemas.either(there.path("schema"), schema) : schema);
        });
    }

    private ObjectNode fresh(JsonNode reply) {
        var known = Json.object().put("description", reply.path("because").asText("As the API's own file has it."));
        known.set("headers", always.deepCopy());
        return known;
    }

    ObjectNode json(JsonNode linksOfSuccess) {
        var replies = Json.object();
        byStatus.forEach(replies::set);
        if (!linksOfSuccess.isEmpty() && replies.path("200") instanceof ObjectNode success) {
            success.set("links", linksOfSuccess);
        }
        return replies;
    }
}
