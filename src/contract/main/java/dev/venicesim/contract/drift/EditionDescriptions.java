package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

/** What an edition's OpenAPI file says in words and extensions alone, from {@code schemas/described-<edition>.json}. */
final class EditionDescriptions {

    private final JsonNode json;

    EditionDescriptions(JsonNode json) {
        this.json = json;
    }

    /** Of an operation, or a part of one: known, even if it is nothing. */
    Optional<Described> of(String place) {
        return Optional.of(described(json.path("places").path(place)));
    }

    /** Of the fields of a schema, or of the body in a place. */
    Map<String, Described> fields(String where) {
        var fields = new LinkedHashMap<String, Described>();
        json.path("fields")
                .path(where)
                .properties()
                .forEach(field -> fields.put(field.getKey(), described(field.getValue())));
        return fields;
    }

    ObjectNode extensions(String place) {
        return json.path("extensions").path(place) instanceof ObjectNode extensions ? extensions : Json.object();
    }

    private static Described described(JsonNode phrases) {
        var facts = new LinkedHashSet<String>();
        phrases.forEach(phrase -> facts.add(phrase.asText()));
        return new Described(facts, "");
    }
}
