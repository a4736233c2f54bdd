package dev.venicesim.control;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.jspecify.annotations.Nullable;

/** The JSON object a control call was sent: fields by name and type, each complaint naming the field. */
final class ControlBody {

    private final JsonNode object;

    private ControlBody(JsonNode object) {
        this.object = object;
    }

    /** The body of a request; an empty one counts as an empty object. */
    static ControlBody of(Request request) {
        if (request.body().length == 0) {
            return new ControlBody(Json.object());
        }
        try {
            var node = Json.read(request.body());
            if (!node.isObject()) {
                throw ProblemException.badRequest("the body is not a JSON object");
            }
            return new ControlBody(node);
        } catch (JsonProcessingException e) {
            throw noJson(e);
        } catch (IOException e) {
            throw ProblemException.badRequest("the body is not JSON");
        }
    }

    /** An object that was read already. */
    static ControlBody of(ObjectNode object) {
        return new ControlBody(object);
    }

    static ProblemException noJson(JsonProcessingException why) {
        return ProblemException.badRequest("the body is not JSON" + place(why.getLocation()));
    }

    /** Where reading stopped. What Jackson says besides names its own classes. */
    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Refuses fields that are not among these, since a misspelt one would pass unseen. */
    ControlBody knowing(Set<String> fields) {
        for (var field : object.properties()) {
            var name = field.getKey();
            if (!fields.contains(name)) {
                throw ProblemException.badRequest(
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
        return read(
                field,
                node -> node.isIntegralNumber() && node.canConvertToLong(),
                "a whole number of at most 64 bits",
                JsonNode::longValue);
    }

    Optional<ControlBody> object(String field) {
        return read(field, JsonNode::isObject, "an object", ControlBody::new);
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
                throw ProblemException.badRequest(
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
                throw ProblemException.badRequest(entry.getKey() + " wants a string");
            }
            map.put(entry.getKey(), entry.getValue().asText());
        });
        return map;
    }

    private static <T> T converted(String field, String text, Function<String, T> conversion) {
        try {
            return conversion.apply(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(field + ": " + e.getMessage());
        }
    }

    private <T> Optional<T> read(
            String field, Function<JsonNode, Boolean> fits, String wanted, Function<JsonNode, T> value) {
        if (!has(field)) {
            return Optional.empty();
        }
        var node = object.get(field);
        if (!fits.apply(node)) {
            throw ProblemException.badRequest(field + " wants " + wanted + ", not " + node);
        }
        return Optional.of(value.apply(node));
    }
}
