package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/**
 * Reads an object of a user's file. What is not as it should be is an {@link IllegalArgumentException} that names the JSON pointer and what belongs there.
 */
public record Pointed(JsonNode node, String pointer) {

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
        return Nodes.strings(value);
    }

    public Pointed object(String key) {
        var value = node.path(key);
        if (!value.isObject()) {
            throw refuse(key, "an object");
        }
        return new Pointed(value, pointer + "/" + key);
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
