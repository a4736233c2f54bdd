package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.contract.drift.OperationSpec.Body;
import dev.venicesim.contract.drift.OperationSpec.Parameter;
import dev.venicesim.contract.drift.OperationSpec.Reply;
import dev.venicesim.contract.drift.OperationSpec.Rest;
import dev.venicesim.contract.drift.OperationSpec.Writing;
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
    private final EditionDescriptions described;
    private final Map<String, Body> bodies = new LinkedHashMap<>();

    private EditionOperations(ApiEdition edition) {
        this.edition = edition;
        this.known = KnownDifferences.of(edition, EditionFiles.differences());
        this.described = new EditionDescriptions(EditionFiles.described(edition));
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
                .forEach(entry -> parameters.put(entry.getKey(), parameter(place, entry.getKey(), entry.getValue())));
        var replies = new LinkedHashMap<String, Reply>();
        json.path("replies").properties().forEach(entry -> {
            var status = entry.getKey();
            replies.put(status, reply(place, status, entry.getValue()));
        });
        return new OperationSpec(
                place,
                texts(json.path("auth")),
                json.path("deprecated").asBoolean(),
                parameters,
                bodies(place + " request", json.path("request")),
                false,
                replies,
                new Rest(List.of(), Map.of(), described.extensions(place), described.of(place)));
    }

    /** No parameter of the API's own files says how it is written. */
    private Parameter parameter(String place, String name, JsonNode json) {
        return new Parameter(
                json.path("required").asBoolean(),
                CanonicalSchema.of(json.path("schema"), CanonicalSchema.Refs.NONE),
                Writing.usual(name.substring(0, name.indexOf(' '))),
                described.of(place + " " + name));
    }

    private Reply reply(String place, String status, JsonNode json) {
        var where = place + " " + status;
        return new Reply(
                bodies(where, json.path("content")), headers(where, json.path("headers")), described.of(where));
    }

    /** By name with their schemas; a list where all are texts. None of the API's own files requires one. */
    private Map<String, Parameter> headers(String where, JsonNode json) {
        var byName = new LinkedHashMap<String, Parameter>();
        json.forEach(name -> {
            if (name.isTextual()) {
                byName.put(
                        name.textValue(),
                        header(where, name.textValue(), Json.object().put("type", "string")));
            }
        });
        json.properties().forEach(entry -> byName.put(entry.getKey(), header(where, entry.getKey(), entry.getValue())));
        return byName;
    }

    private Parameter header(String where, String name, JsonNode schema) {
        return new Parameter(
                false,
                CanonicalSchema.of(schema, CanonicalSchema.Refs.NONE),
                Writing.usual("header"),
                described.of(where + " header " + name));
    }

    private Map<String, Body> bodies(String where, JsonNode content) {
        var byType = new LinkedHashMap<String, Body>();
        content.properties().forEach(entry -> byType.put(entry.getKey(), body(where, entry.getValue())));
        return byType;
    }

    private Body body(String where, JsonNode schema) {
        return schema.isTextual()
                ? bodies.computeIfAbsent(schema.textValue(), this::named)
                : described(where, "", CanonicalSchema.of(schema, CanonicalSchema.Refs.NONE));
    }

    private Body described(String where, String name, JsonNode schema) {
        return new Body(name, schema, SchemaDescriptions.placed(schema, described.fields(where)));
    }

    private Body named(String name) {
        var whole = known.asFile(name, SchemaFiles.whole(edition, name));
        return described(name, name, CanonicalSchema.of(whole, CanonicalSchema.Refs.NONE));
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new LinkedHashSet<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
