package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.contract.drift.OperationSpec.Body;
import dev.venicesim.contract.drift.OperationSpec.Parameter;
import dev.venicesim.contract.drift.OperationSpec.Reply;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The operations of an edition, from {@code schemas/operations-<edition>.json} and the schemas it names, each as the
 * API's own file of that date has it.
 */
final class EditionOperations {

    private final ApiEdition edition;
    private final KnownDifferences known;
    private final Map<String, Body> bodies = new LinkedHashMap<>();

    private EditionOperations(ApiEdition edition) {
        this.edition = edition;
        this.known = KnownDifferences.of(edition, EditionFiles.differences());
    }

    static List<OperationSpec> of(ApiEdition edition) {
        var reader = new EditionOperations(edition);
        var operations = new ArrayList<OperationSpec>();
        EditionFiles.operations(edition).properties().stream()
                .filter(entry -> !entry.getKey().equals("$comment"))
                .forEach(entry -> operations.add(reader.operation(entry.getKey(), entry.getValue())));
        return List.copyOf(operations);
    }

    private OperationSpec operation(String place, JsonNode json) {
        var parameters = new LinkedHashMap<String, Parameter>();
        json.path("parameters")
                .properties()
                .forEach(entry -> parameters.put(entry.getKey(), parameter(entry.getValue())));
        var replies = new LinkedHashMap<String, Reply>();
        json.path("replies").properties().forEach(entry -> replies.put(entry.getKey(), reply(entry.getValue())));
        return new OperationSpec(
                place,
                texts(json.path("auth")),
                json.path("deprecated").asBoolean(),
                parameters,
                bodies(json.path("request")),
                false,
                replies);
    }

    private static Parameter parameter(JsonNode json) {
        return new Parameter(
                json.path("required").asBoolean(), CanonicalSchema.of(json.path("schema"), CanonicalSchema.Refs.NONE));
    }

    private Reply reply(JsonNode json) {
        return new Reply(bodies(json.path("content")), headers(json.path("headers")));
    }

    /** By name with their schemas; a list where all are texts. None of the API's own files requires one. */
    private static Map<String, Parameter> headers(JsonNode json) {
        var byName = new LinkedHashMap<String, Parameter>();
        json.forEach(name -> {
            if (name.isTextual()) {
                byName.put(name.textValue(), text());
            }
        });
        json.properties()
                .forEach(entry -> byName.put(
                        entry.getKey(),
                        new Parameter(false, CanonicalSchema.of(entry.getValue(), CanonicalSchema.Refs.NONE))));
        return byName;
    }

    private static Parameter text() {
        return new Parameter(false, CanonicalSchema.of(Json.object().put("type", "string"), CanonicalSchema.Refs.NONE));
    }

    private Map<String, Body> bodies(JsonNode content) {
        var byType = new LinkedHashMap<String, Body>();
        content.properties().forEach(entry -> byType.put(entry.getKey(), body(entry.getValue())));
        return byType;
    }

    private Body body(JsonNode schema) {
        return schema.isTextual()
                ? bodies.computeIfAbsent(schema.textValue(), this::named)
                : new Body("", CanonicalSchema.of(schema, CanonicalSchema.Refs.NONE));
    }

    private Body named(String name) {
        var whole = known.asFile(name, SchemaFiles.whole(edition, name));
        return new Body(name, CanonicalSchema.of(whole, CanonicalSchema.Refs.NONE));
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new LinkedHashSet<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
