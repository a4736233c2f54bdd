package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.venicesim.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Values of a field by its schema: some that it takes, and some that it does not, each wrong in one manner. */
final class FieldSamples {

    private static final String MAXIMUM = "maximum";
    private static final String MINIMUM = "minimum";
    private static final String ABOVE = "exclusiveMinimum";
    private static final BigDecimal A_LITTLE = new BigDecimal("0.001");

    /** Addresses that no medium has, and that a client may send by mistake: a real API is asked them, too. */
    private static final List<String> NO_ADDRESSES = List.of(
            "ftp://media.example.com/a.png",
            "//media.example.com/a.png",
            "media.example.com/a.png",
            "http://localhost/a.png",
            "http://127.0.0.1/a.png",
            "http://10.0.0.1/a.png",
            "http://169.254.1.1/a.png",
            "http://[::1]/a.png",
            "file:///a.png",
            "https://",
            " ",
            "data:",
            "data:image/png;base64,???");

    /** How a value is wrong. */
    enum Manner {
        TYPE,
        NULL,
        EMPTY,
        BELOW,
        ABOVE,
        INSIDE
    }

    private FieldSamples() {}

    /** A value of the least, or of the most, that a schema takes. */
    static JsonNode legal(String name, JsonNode schema, boolean most) {
        if (schema.has("enum")) {
            var options = schema.path("enum");
            return options.path(most ? options.size() - 1 : 0);
        }
        return switch (schema.path("type").asText()) {
            case "boolean" -> BooleanNode.valueOf(most);
            case "integer", "number" -> number(schema, most);
            case "array" ->
                list(
                        name,
                        schema,
                        most
                                ? schema.path("maxItems").asInt(1)
                                : Math.max(1, schema.path("minItems").asInt(1)));
            case "object" -> object(schema, most);
            default -> text(name, schema, most);
        };
    }

    /** So many entries, each of them right and none like another. */
    static JsonNode list(String name, JsonNode schema, int count) {
        var list = Json.mapper().createArrayNode();
        var item = schema.path("items");
        for (var i = 0; i < count; i++) {
            list.add(
                    item.path("type").asText().equals("string")
                            ? TextNode.valueOf(address(name, i))
                            : legal(name, item, true));
        }
        return list;
    }

    private static JsonNode object(JsonNode schema, boolean most) {
        var object = Json.object();
        schema.path("properties")
                .properties()
                .forEach(member -> object.set(member.getKey(), legal(member.getKey(), member.getValue(), most)));
        return object;
    }

    private static JsonNode number(JsonNode schema, boolean most) {
        if (most) {
            return schema.has(MAXIMUM) ? schema.path(MAXIMUM) : IntNode.valueOf(7);
        }
        return schema.has(ABOVE)
                ? DecimalNode.valueOf(schema.path(ABOVE).decimalValue().add(A_LITTLE))
                : schema.has(MINIMUM) ? schema.path(MINIMUM) : IntNode.valueOf(1);
    }

    private static JsonNode text(String name, JsonNode schema, boolean most) {
        if (name.contains("url")) {
            return TextNode.valueOf(address(name, 0));
        }
        var isFree = !schema.has("pattern");
        var length = most ? schema.path("maxLength").asInt(1) : 1;
        return TextNode.valueOf((isFree ? "\u00fc" : "u").repeat(length));
    }

    private static String address(String name, int number) {
        var file = name.contains("document")
                ? "a.pdf"
                : name.contains("audio")
                        ? "in-5s.mp3"
                        : name.contains("video") ? "in-1280x720-5s.mp4" : "in-1280x720.png";
        return "https://media.example.com/" + (number == 0 ? "" : number + "/") + file;
    }

    /** A value that a schema does not take. */
    static JsonNode spoilt(String name, JsonNode schema, Manner manner) {
        return switch (manner) {
            case NULL -> NullNode.getInstance();
            case TYPE -> ofAnotherType(schema);
            case EMPTY -> empty(schema);
            case BELOW -> below(name, schema);
            case ABOVE -> above(name, schema);
            case INSIDE -> inside(name, schema);
        };
    }

    private static JsonNode ofAnotherType(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "string" -> IntNode.valueOf(7);
            case "boolean" -> TextNode.valueOf("true");
            case "integer", "number" -> TextNode.valueOf("1");
            default -> TextNode.valueOf("x");
        };
    }

    private static JsonNode empty(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "array" -> Json.mapper().createArrayNode();
            case "object" -> Json.object();
            case "boolean" -> IntNode.valueOf(0);
            default -> TextNode.valueOf("");
        };
    }

    private static JsonNode below(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return swapped(schema.path("enum").path(0));
        }
        return switch (schema.path("type").asText()) {
            case "boolean" -> TextNode.valueOf("");
            case "integer", "number" ->
                schema.has(ABOVE)
                        ? schema.path(ABOVE)
                        : DecimalNode.valueOf(
                                schema.path(MINIMUM).decimalValue().subtract(step(schema)));
            case "array" ->
                one(
                        schema.path("minItems").asInt() > 1
                                ? legal(name, schema.path("items"), false)
                                : below(name, schema.path("items")));
            case "object" -> each(schema, Manner.BELOW);
            default -> name.contains("url") ? TextNode.valueOf("ftp://media.example.com/a.png") : TextNode.valueOf("");
        };
    }

    /** A word in the other case, a number as a text. */
    static JsonNode swapped(JsonNode option) {
        return option.isTextual()
                ? TextNode.valueOf(inTheOtherCase(option.textValue()))
                : option.isNumber() ? IntNode.valueOf(option.asInt() - 1) : BooleanNode.FALSE;
    }

    static String inTheOtherCase(String word) {
        var upper = word.toUpperCase(Locale.ROOT);
        var lower = word.toLowerCase(Locale.ROOT);
        return !word.equals(upper) ? upper : word.equals(lower) ? word.replace(':', 'x') + " " : lower;
    }

    private static BigDecimal step(JsonNode schema) {
        return schema.path("type").asText().equals("integer") ? BigDecimal.ONE : A_LITTLE;
    }

    private static JsonNode above(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0).isTextual() ? TextNode.valueOf("venice-sim-none") : IntNode.valueOf(3);
        }
        return switch (schema.path("type").asText()) {
            case "boolean" -> IntNode.valueOf(1);
            case "integer", "number" ->
                DecimalNode.valueOf(schema.path(MAXIMUM).decimalValue().add(step(schema)));
            case "array" -> list(name, schema, schema.path("maxItems").asInt(30) + 1);
            case "object" -> each(schema, Manner.ABOVE);
            default ->
                name.contains("url")
                        ? TextNode.valueOf("http://localhost/a.png")
                        : TextNode.valueOf("x".repeat(schema.path("maxLength").asInt(40) + 1));
        };
    }

    /** Entries and members that are wrong, each in a way of its own; an address that none is. */
    private static JsonNode inside(String name, JsonNode schema) {
        var type = schema.path("type").asText();
        if (type.equals("array")) {
            var list = Json.mapper().createArrayNode();
            var item = schema.path("items");
            var most = schema.path("maxItems").asInt(20);
            if (item.path("type").asText().equals("object")) {
                list.add(Json.object().put("speed", 3));
                list.add(each(item, Manner.TYPE));
                list.add(each(item, Manner.ABOVE));
                list.add(each(item, Manner.BELOW));
                list.add(7);
            } else {
                list.add(7).addNull();
                NO_ADDRESSES.forEach(list::add);
            }
            while (list.size() > most) {
                list.remove(list.size() - 1);
            }
            return list;
        }
        if (type.equals("object")) {
            return each(schema, Manner.INSIDE).put("speed", 3);
        }
        if (schema.has("enum") || type.equals("boolean")) {
            return Json.object();
        }
        return type.equals("string")
                ? name.contains("url")
                        ? TextNode.valueOf("data:image/png;base64,???")
                        : Json.mapper().createArrayNode()
                : DecimalNode.valueOf(new BigDecimal("1.5"));
    }

    private static ObjectNode each(JsonNode schema, Manner manner) {
        var object = Json.object();
        schema.path("properties")
                .properties()
                .forEach(member -> object.set(member.getKey(), spoilt(member.getKey(), member.getValue(), manner)));
        return object;
    }

    private static JsonNode one(JsonNode item) {
        return Json.mapper().createArrayNode().add(item);
    }
}
