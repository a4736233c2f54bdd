package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reader of an object of a user's file. What is not as it should be is an {@link IllegalArgumentException} that names
 * the JSON pointer and what belongs there.
 */
public record UserFileObject(JsonNode node, String pointer) {

    public boolean has(String key) {
        return !node.path(key).isMissingNode() && !node.path(key).isNull();
    }

    public String text(String key) {
        var value = node.path(key);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw refuse(key, "a non-empty string");
        }
        return value.textValue();
    }

    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    public boolean flag(String key) {
        var value = node.path(key);
        if (has(key) && !value.isBoolean()) {
            throw refuse(key, "true or false");
        }
        return value.booleanValue();
    }

    public BigDecimal number(String key) {
        var value = node.path(key);
        if (!value.isNumber()) {
            throw refuse(key, "a number");
        }
        return value.decimalValue();
    }

    public List<String> texts(String key) {
        var value = node.path(key);
        if (!has(key)) {
            return List.of();
        }
        if (!value.isArray()) {
            throw refuse(key, "an array of strings");
        }
        for (var i = 0; i < value.size(); i++) {
            if (!value.path(i).isTextual()) {
                throw refuse(pointer + "/" + key + "/" + i, value.path(i), "a string");
            }
        }
        return DataNodes.strings(value);
    }

    /** The whole number under a key. */
    public int integer(String key) {
        var value = node.path(key);
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw refuse(key, "a whole number");
        }
        return value.intValue();
    }

    public List<Integer> integers(String key) {
        var value = node.path(key);
        if (has(key) && !value.isArray()) {
            throw refuse(key, "an array of whole numbers");
        }
        var numbers = new ArrayList<Integer>();
        for (var i = 0; i < value.size(); i++) {
            numbers.add(new UserFileObject(value, pointer + "/" + key).integer(i));
        }
        return List.copyOf(numbers);
    }

    private int integer(int index) {
        var value = node.path(index);
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw refuse(pointer + "/" + index, value, "a whole number");
        }
        return value.intValue();
    }

    /** The objects of an array that may be absent. */
    public List<UserFileObject> objects(String key) {
        var value = node.path(key);
        if (has(key) && !value.isArray()) {
            throw refuse(key, "an array of objects");
        }
        var objects = new ArrayList<UserFileObject>();
        for (var i = 0; i < value.size(); i++) {
            var at = pointer + "/" + key + "/" + i;
            if (!value.path(i).isObject()) {
                throw refuse(at, value.path(i), "an object");
            }
            objects.add(new UserFileObject(value.path(i), at));
        }
        return List.copyOf(objects);
    }

    /** The keys there are, in their order. */
    public List<String> keys() {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** Refuses every key but these. */
    public void only(Set<String> known) {
        for (var key : keys()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(pointer + "/" + key + ": is unknown here; there are "
                        + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    /** The object under a key; an empty one where the key is absent. */
    public UserFileObject part(String key) {
        return has(key) ? object(key) : new UserFileObject(Json.object(), pointer + "/" + key);
    }

    public UserFileObject object(String key) {
        var value = node.path(key);
        if (!value.isObject()) {
            throw refuse(key, "an object");
        }
        return new UserFileObject(value, pointer + "/" + key);
    }

    /** The text of an instant, as it stands. */
    public String instant(String key) {
        var text = text(key);
        try {
            Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    pointer + "/" + key + ": expected an instant such as 2026-09-24T00:00:00.000Z, found " + text, e);
        }
        return text;
    }

    public IllegalArgumentException refuse(String key, String wanted) {
        return refuse(pointer + "/" + key, node.path(key), wanted);
    }

    public static IllegalArgumentException refuse(String pointer, JsonNode found, String wanted) {
        var what =
                found.isMissingNode() ? "nothing" : found.getNodeType().name().toLowerCase(Locale.ROOT);
        return new IllegalArgumentException(pointer + ": expected " + wanted + ", found " + what);
    }
}
