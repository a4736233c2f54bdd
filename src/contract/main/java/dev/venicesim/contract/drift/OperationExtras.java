package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.drift.OperationSpec.Body;
import dev.venicesim.contract.drift.OperationSpec.Rest;
import dev.venicesim.json.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reader of what a file says of an operation beyond what it takes and answers. */
final class OperationExtras {

    private final OpenApiFile file;
    private final JsonNode item;

    OperationExtras(OpenApiFile file, JsonNode item) {
        this.file = file;
        this.item = item;
    }

    Rest read(JsonNode operation) {
        var extensions = extensions(item);
        extensions.setAll(extensions(operation));
        var own = file.servers(operation.path("servers"));
        return new Rest(
                own.isEmpty() ? file.servers(item.path("servers")) : own,
                callbacks(operation.path("callbacks")),
                extensions,
                file.known(Described.of(operation.path("description").asText())));
    }

    private static ObjectNode extensions(JsonNode holder) {
        var extensions = Json.object();
        holder.properties().stream()
                .filter(entry -> entry.getKey().startsWith("x-"))
                .forEach(entry -> extensions.set(entry.getKey(), entry.getValue()));
        return extensions;
    }

    /** By name, method and address, the body that is sent there. */
    private Map<String, Body> callbacks(JsonNode callbacks) {
        var bodies = new LinkedHashMap<String, Body>();
        callbacks
                .properties()
                .forEach(callback -> file.resolved(callback.getValue())
                        .properties()
                        .forEach(address -> file.resolved(address.getValue()).properties().stream()
                                .filter(method -> OpenApiFile.isMethod(method.getKey()))
                                .forEach(method -> bodies.put(
                                        callback.getKey() + ": "
                                                + method.getKey().toLowerCase(Locale.ROOT) + " " + address.getKey(),
                                        sent(method.getValue())))));
        return bodies;
    }

    private Body sent(JsonNode operation) {
        var content = file.resolved(operation.path("requestBody")).path("content");
        return file.body(
                content.isEmpty() ? Json.object() : content.iterator().next().path("schema"));
    }
}
