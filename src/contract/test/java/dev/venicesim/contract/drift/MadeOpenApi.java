package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.drift.OperationSpec.Body;
import dev.venicesim.json.Json;
import java.util.Map;
import java.util.Set;

/** An OpenAPI 3.0 file made from an edition's own schemas, so that drift is tried without anybody else's file. */
final class MadeOpenApi {

    private static final Map<String, String> TITLES = Map.of("bearer", "BearerAuth", "header SIGN-IN-WITH-X", "siwx");

    private final ObjectNode root = Json.object().put("openapi", "3.0.0");

    private MadeOpenApi() {
        root.putObject("info").put("title", "Made from schemas").put("version", "20260617.000000");
        root.putArray("servers").addObject().put("url", "https://api.venice.ai/api/v1");
        root.putObject("paths");
        root.putObject("components").putObject("schemas");
        var schemes = root.withObject("/components/securitySchemes");
        schemes.putObject("BearerAuth").put("type", "http").put("scheme", "bearer");
        schemes.putObject("siwx").put("type", "apiKey").put("in", "header").put("name", "SIGN-IN-WITH-X");
    }

    static ObjectNode of(ApiEdition edition) {
        var made = new MadeOpenApi();
        EditionOperations.of(edition).forEach(made::add);
        return made.root;
    }

    private void add(OperationSpec operation) {
        var words = operation.place().split(" ", 2);
        var json =
                ((ObjectNode) root.path("paths")).withObjectProperty(words[1]).putObject(words[0]);
        var security = json.putArray("security");
        for (var way : operation.auth()) {
            var one = security.addObject();
            if (TITLES.containsKey(way)) {
                one.putArray(TITLES.get(way));
            }
        }
        json.setAll(operation.rest().extensions());
        if (operation.deprecated()) {
            json.put("deprecated", true);
        }
        var parameters = json.putArray("parameters");
        operation.parameters().forEach((name, parameter) -> {
            var one = parameters.addObject();
            one.put("in", name.substring(0, name.indexOf(' '))).put("name", name.substring(name.indexOf(' ') + 1));
            one.put("required", parameter.required()).set("schema", old(parameter.schema()));
        });
        if (!operation.request().isEmpty()) {
            content(json.putObject("requestBody"), operation.request());
        }
        operation.replies().forEach((status, reply) -> {
            var one = json.withObject("/responses").putObject(status);
            reply.headers()
                    .forEach((name, header) ->
                            one.withObject("/headers").putObject(name).set("schema", old(header.schema())));
            content(one, reply.content());
        });
    }

    private void content(ObjectNode holder, Map<String, Body> bodies) {
        bodies.forEach((type, body) ->
                holder.withObjectProperty("content").putObject(type).set("schema", reference(body)));
    }

    private JsonNode reference(Body body) {
        if (body.name().isEmpty()) {
            return old(body.schema());
        }
        var component = body.name().replace('-', '_') + "_Schema";
        root.withObject("/components/schemas").set(component, old(body.schema()));
        return Json.object().put("$ref", "#/components/schemas/" + component);
    }

    /** A canonical schema as 3.0 writes it: one type, and {@code nullable} beside it. */
    private static JsonNode old(JsonNode node) {
        if (node.isArray()) {
            var copy = Json.mapper().createArrayNode();
            node.forEach(entry -> copy.add(old(entry)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        var copy = Json.object();
        node.properties().stream()
                .filter(entry -> !Set.of(KnownDifferences.UNREAD, KnownDifferences.OTHERS)
                        .contains(entry.getKey()))
                .forEach(entry -> copy.set(entry.getKey(), old(entry.getValue())));
        if (copy.path("type").isArray()) {
            var types = copy.remove("type");
            types.forEach(type -> {
                if (type.asText().equals("null")) {
                    copy.put("nullable", true);
                } else {
                    copy.set("type", type);
                }
            });
        }
        return copy;
    }
}
