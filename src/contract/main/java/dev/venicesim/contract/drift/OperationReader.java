package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.contract.drift.OperationSpec.Body;
import dev.venicesim.contract.drift.OperationSpec.Parameter;
import dev.venicesim.contract.drift.OperationSpec.Reply;
import dev.venicesim.contract.drift.OperationSpec.Writing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reader of the operations of one path of an OpenAPI file. */
final class OperationReader {

    private final OpenApiFile file;
    private final JsonNode item;

    OperationReader(OpenApiFile file, JsonNode item) {
        this.file = file;
        this.item = item;
    }

    OperationSpec read(String place, JsonNode operation) {
        var request = file.resolved(operation.path("requestBody"));
        var replies = new LinkedHashMap<String, Reply>();
        operation.path("responses").properties().forEach(entry -> {
            var status = entry.getKey().toUpperCase(Locale.ROOT);
            replies.put(status, reply(status, file.resolved(entry.getValue())));
        });
        return new OperationSpec(
                place,
                auth(operation),
                operation.path("deprecated").asBoolean(),
                parameters(operation),
                bodies(request.path("content")),
                request.path("required").asBoolean(),
                replies,
                new OperationExtras(file, item).read(operation));
    }

    private Reply reply(String status, JsonNode reply) {
        var headers = new LinkedHashMap<String, Parameter>();
        reply.path("headers")
                .properties()
                .forEach(entry -> headers.put(entry.getKey(), parameter(file.resolved(entry.getValue()))));
        var says = reply.path("description").asText();
        var described = status.startsWith("2") ? Described.of(says) : Described.ofError(says);
        return new Reply(bodies(reply.path("content")), headers, file.known(described));
    }

    private Map<String, Body> bodies(JsonNode content) {
        var byType = new LinkedHashMap<String, Body>();
        content.properties()
                .forEach(entry -> byType.put(
                        entry.getKey().split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                        file.body(entry.getValue().path("schema"))));
        return byType;
    }

    private Map<String, Parameter> parameters(JsonNode operation) {
        var parameters = new LinkedHashMap<String, Parameter>();
        for (var list : List.of(item.path("parameters"), operation.path("parameters"))) {
            for (var one : list) {
                var parameter = file.resolved(one);
                parameters.put(
                        parameter.path("in").asText() + " "
                                + parameter.path("name").asText(),
                        parameter(parameter));
            }
        }
        return parameters;
    }

    private Parameter parameter(JsonNode parameter) {
        var raw = schema(parameter);
        var schema = file.canonical(raw);
        var says = Described.of(parameter.path("description").asText())
                .and(Described.of(file.resolved(raw).path("description").asText()));
        return new Parameter(
                parameter.path("required").asBoolean(),
                parameter.path("deprecated").asBoolean() ? schema.put("deprecated", true) : schema,
                writing(parameter),
                file.known(says));
    }

    /** A parameter of one media type has its schema there. */
    private static JsonNode schema(JsonNode parameter) {
        var content = parameter.path("content");
        return !parameter.has("schema") && content.size() > 0
                ? content.iterator().next().path("schema")
                : parameter.path("schema");
    }

    private static Writing writing(JsonNode parameter) {
        var usual = Writing.usual(parameter.path("in").asText());
        var style = parameter.path("style").asText(usual.style());
        return new Writing(
                style,
                parameter.path("explode").asBoolean(style.equals("form")),
                parameter.path("allowReserved").asBoolean());
    }

    private Set<String> auth(JsonNode operation) {
        var ways = new LinkedHashSet<String>();
        var security = operation.has("security")
                ? operation.path("security")
                : file.root().path("security");
        for (var requirement : security) {
            var together = new ArrayList<String>();
            requirement.fieldNames().forEachRemaining(name -> together.add(scheme(name)));
            ways.add(together.isEmpty() ? "none" : String.join(" + ", together));
        }
        return ways.isEmpty() ? Set.of("none") : ways;
    }

    private String scheme(String name) {
        var scheme = file.resolved(
                file.root().path("components").path("securitySchemes").path(name));
        return switch (scheme.path("type").asText()) {
            case "http" -> scheme.path("scheme").asText().toLowerCase(Locale.ROOT);
            case "apiKey" ->
                scheme.path("in").asText() + " " + scheme.path("name").asText();
            default -> name;
        };
    }
}
