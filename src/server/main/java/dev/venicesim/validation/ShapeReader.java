package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.validation.Shape.Property;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Compiler of the request schemas into shapes. It knows just the keywords they use and refuses any other, so that no
 * keyword is silently ignored.
 */
final class ShapeReader {

    /** Id of the rule that the schema itself is. */
    static final String SCHEMA = "schema";

    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "$id",
            "$comment",
            "description",
            "default",
            "type",
            "enum",
            "anyOf",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "exclusiveMinimum",
            "maximum",
            "minItems",
            "maxItems",
            "items",
            "properties",
            "required",
            "additionalProperties");

    private ShapeReader() {}

    static Shape read(JsonNode schema) {
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!KNOWN.contains(keyword)) {
                throw new IllegalStateException("the shape reader does not know the keyword " + keyword);
            }
        });
        if (schema.has("anyOf")) {
            return new Shape.AnyWord(stream(schema.get("anyOf"))
                    .map(alternative -> new Shape.OneOf(list(alternative.get("enum"))))
                    .toList());
        }
        var type = schema.path("type").asText();
        return switch (type) {
            case "string" -> text(schema);
            case "integer" ->
                schema.has("enum") ? new Shape.OneOfNumbers(list(schema.get("enum"))) : amount(schema, true);
            case "number" -> amount(schema, false);
            case "boolean" ->
                schema.has("enum") ? new Shape.Only(schema.get("enum").get(0)) : new Shape.Flag();
            case "array" ->
                new Shape.Rows(
                        read(schema.get("items")), schema.path("minItems").asInt(0), bound(schema, "maxItems"), "");
            case "object" -> fields(schema);
            default -> throw new IllegalStateException("the shape reader does not know the type " + type);
        };
    }

    private static Shape text(JsonNode schema) {
        if (schema.has("enum")) {
            return new Shape.OneOf(list(schema.get("enum")));
        }
        if (schema.has("pattern")) {
            var pattern = schema.get("pattern").textValue();
            if (!pattern.startsWith("^") || (!pattern.contains("[Hh]") && !pattern.endsWith("$"))) {
                throw new IllegalStateException("the shape reader wants the whole text described: " + pattern);
            }
            return pattern.contains("[Hh][Tt][Tt][Pp]")
                    ? new Shape.Address(dataUrl(pattern))
                    : new Shape.Patterned(
                            schema.path("minLength").asInt(0), bound(schema, "maxLength"), Pattern.compile(pattern));
        }
        var max = bound(schema, "maxLength");
        return new Shape.Text(schema.path("minLength").asInt(0), max, max);
    }

    private static String dataUrl(String pattern) {
        var data = pattern.contains("[Dd][Aa][Tt][Aa]:");
        return !data ? "" : pattern.contains("[Ii][Mm][Aa][Gg][Ee]/") ? MediaAddress.PICTURE : MediaAddress.DATA;
    }

    private static Shape amount(JsonNode schema, boolean whole) {
        var above = schema.has("exclusiveMinimum");
        return new Shape.Amount(
                whole,
                number(schema.path(above ? "exclusiveMinimum" : "minimum"), Shape.Amount.NO_MIN),
                number(schema.path("maximum"), Shape.Amount.NO_MAX),
                above);
    }

    private static Shape.Fields fields(JsonNode schema) {
        var required = stream(schema.path("required")).map(JsonNode::textValue).collect(Collectors.toUnmodifiableSet());
        var properties = new ArrayList<Property>();
        for (var field : schema.path("properties").properties()) {
            var name = field.getKey();
            properties.add(new Property(name, read(field.getValue()), required.contains(name), "", SCHEMA));
        }
        var open = schema.path("additionalProperties").asBoolean(true);
        return new Shape.Fields(List.copyOf(properties), !open);
    }

    private static BigDecimal number(JsonNode bound, BigDecimal otherwise) {
        return bound.isNumber() ? bound.decimalValue() : otherwise;
    }

    private static int bound(JsonNode schema, String keyword) {
        return schema.path(keyword).asInt(Integer.MAX_VALUE);
    }

    private static List<JsonNode> list(JsonNode array) {
        return stream(array).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
