package dev.venicesim.kit.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Edition;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.drift.Operation.Body;
import dev.venicesim.kit.contract.drift.Operation.Parameter;
import dev.venicesim.kit.contract.drift.Operation.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations of an edition, from {@code schemas/operations-<edition>.json} and the schemas it names, each as the API's own file of that date has it. */
final class EditionOperations {

    private static final String RESOURCES = "/dev/venicesim/schemas/";

    private final Edition edition;
    private final KnownDifferences known;
    private final Map<String, Body> bodies = new LinkedHashMap<>();

    private EditionOperations(Edition edition) {
        this.edition = edition;
        this.known = KnownDifferences.of(edition, read("differences.json"));
    }

    static List<Operation> of(Edition edition) {
        var reader = new EditionOperations(edition);
        var operations = new ArrayList<Operation>();
        read("operations-" + edition.id() + ".json")
                .properties()
                .forEach(entry -> operations.add(reader.operation(entry.getKey(), entry.getValue())));
        return List.copyOf(operations);
    }

    private Operation operation(String place, JsonNode json) {
        var parameters = new LinkedHashMap<String, Parameter>();
        json.path("parameters")
                .properties()
                .forEach(entry -> parameters.put(entry.getKey(), parameter(entry.getValue())));
        var replies = new LinkedHashMap<String, Reply>();
        json.path("replies").properties().forEach(entry -> replies.put(entry.getKey(), reply(entry.getValue())));
        return new Operation(
                place,
                texts(json.path("auth")),
                json.path("deprecated").asBoolean(),
                parameters,
                bodies(json.path("request")),
                false,
                replies);
    }

    private static Parameter parameter(JsonNode json) {
        return new Parameter(json.path("required").asBoolean(), Canonical.of(json.path("schema"), Canonical.Refs.NONE));
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
                        entry.getKey(), new Parameter(false, Canonical.of(entry.getValue(), Canonical.Refs.NONE))));
        return byName;
    }

    private static Parameter text() {
        return new Parameter(false, Canonical.of(Json.object().put("type", "string"), Canonical.Refs.NONE));
    }

    private Map<String, Body> bodies(JsonNode content) {
        var byType = new LinkedHashMap<String, Body>();
        content.properties().forEach(entry -> byType.put(entry.getKey(), body(entry.getValue())));
        return byType;
    }

    private Body body(JsonNode schema) {
        return schema.isTextual()
                ? bodies.computeIfAbsent(schema.textValue(), this::named)
                : new Body("", Canonical.of(schema, Canonical.Refs.NONE));
    }

    private Body named(String name) {
        var whole = known.asFile(name, SchemaFiles.whole(edition, name));
        return new Body(name, Canonical.of(whole, Canonical.Refs.NONE));
    }

    static JsonNode read(String name) {
        try (var in = EditionOperations.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCES + name + " is missing from the class path");
            }
            return Json.trusted(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new LinkedHashSet<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
