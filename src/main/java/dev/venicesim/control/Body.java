package dev.venicesim.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.wire.Request;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The JSON object a control call was sent: fields by name and type, each complaint naming the field. */
final class Body {

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    /** The body of a request; an empty one counts as an empty object. */
    static Body of(Request request) {
        if (request.body().length == 0) {
            return new Body(Json.object());
        }
        try {
            var node = Json.read(request.body());
            if (!node.isObject()) {
                throw Problem.badRequest("the body is not a JSON object");
            }
            return new Body(node);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw Problem.badRequest("the body is not JSON");
        }
    }

    /** Refuses fields that are not among these, since a misspelt one would pass unseen. */
    Body knowing(Set<String> fields) {
        for (var field : object.properties()) {
            var name = field.getKey();
            if (!fields.contains(name)) {
                throw Problem.badRequest(
                        "no field is called \"" + name + "\" here; there are " + String.join(", ", sorted(fields)));
            }
        }
        return this;
    }

    private static Iterable<String> sorted(Set<String> fields) {
        return fields.stream().sorted().toList();
    }

    JsonNode node() {
        return object;
    }

    boolean has(String field) {
        return object.hasNonNull(field);
    }

    Optional<String> text(String field) {
        return read(field, JsonNode::isTextual, "a string", JsonNode::textValue);
    }

    Optional<Boolean> bool(String field) {
        return read(field, JsonNode::isBoolean, "true or false", JsonNode::booleanValue);
    }

    Optional<Double> number(String field) {
        return read(field, JsonNode::isNumber, "a number", JsonNode::doubleValue);
    }

    Optional<Long> integer(String field) {
        return read(field, JsonNode::isIntegralNumber, "a whole number", JsonNode::longValue);
    }

    Optional<Body> object(String field) {
        return read(field, JsonNode::isObject, "an object", Body::new);
    }

    Optional<Usd> usd(String field) {
        return read(field, node -> node.isNumber() || node.isTextual(), "an amount of dollars", JsonNode::asText)
                .map(text -> converted(field, text, Usd::parse));
    }

    Optional<Instant> instant(String field) {
        return text(field).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw Problem.badRequest(
                        field + " wants an instant such as 2026-11-23T10:00:00Z, not \"" + text + "\"");
            }
        });
    }

    /** A field converted by something that refuses with an {@link IllegalArgumentException}. */
    <T> Optional<T> converted(String field, Function<String, T> conversion) {
        return text(field).map(text -> converted(field, text, conversion));
    }

    /** The object's fields as strings. */
    Map<String, String> strings() {
        var map = new LinkedHashMap<String, String>();
        object.properties().forEach(entry -> {
            if (!entry.getValue().isValueNode()) {
                throw Problem.badRequest(entry.getKey() + " wants a string");
            }
            map.put(entry.getKey(), entry.getValue().asText());
        });
        return map;
    }

    private static <T> T converted(String field, String text, Function<String, T> conversion) {
        try {
            return conversion.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(field + ": " + e.getMessage());
        }
    }

    private <T> Optional<T> read(
            String field, Function<JsonNode, Boolean> fits, String wanted, Function<JsonNode, T> value) {
        if (!has(field)) {
            return Optional.empty();
        }
        var node = object.get(field);
        if (!fits.apply(node)) {
            throw Problem.badRequest(field + " wants " + wanted + ", not " + node);
        }
        return Optional.of(value.apply(node));
    }
}
