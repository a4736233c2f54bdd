package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Words for what a schema objects to: what was expected at a place and what was found there. */
final class SchemaWords {

    private SchemaWords() {}

    static Difference difference(Error error, String pointer, JsonNode body) {
        var rule = error.getSchemaNode();
        var keyword = String.valueOf(error.getKeyword());
        var member = pointer + "/" + error.getProperty();
        return switch (keyword) {
            case "required" -> new Difference(member, "present", "absent");
            case "additionalProperties", "unevaluatedProperties" ->
                new Difference(member, "absent, since no member of this name is listed", shown(body, member));
            case "type" -> new Difference(pointer, types(rule), shown(body, pointer));
            case "enum" -> new Difference(pointer, "one of " + values(rule), shown(body, pointer));
            case "const" -> new Difference(pointer, String.valueOf(rule), shown(body, pointer));
            case "pattern" -> new Difference(pointer, "a text of the form " + text(rule), shown(body, pointer));
            case "minimum" -> new Difference(pointer, "a number of at least " + rule, shown(body, pointer));
            case "maximum" -> new Difference(pointer, "a number of at most " + rule, shown(body, pointer));
            case "minLength" ->
                new Difference(pointer, "a text of at least " + rule + " characters", shown(body, pointer));
            case "maxLength" ->
                new Difference(pointer, "a text of at most " + rule + " characters", shown(body, pointer));
            case "minItems" -> new Difference(pointer, "at least " + rule + " entries", shown(body, pointer));
            case "maxItems" -> new Difference(pointer, "at most " + rule + " entries", shown(body, pointer));
            case "anyOf", "oneOf" ->
                new Difference(pointer, "one of the forms that are listed for it", shown(body, pointer));
            default -> new Difference(pointer, "what is listed for it (" + keyword + ")", shown(body, pointer));
        };
    }

    private static String types(JsonNode rule) {
        if (rule == null) {
            return "another type";
        }
        return rule.isArray()
                ? StreamSupport.stream(rule.spliterator(), false)
                        .map(type -> type(type.asText()))
                        .collect(Collectors.joining(" or "))
                : type(rule.asText());
    }

    private static String type(String name) {
        return switch (name) {
            case "string" -> "a text";
            case "number" -> "a number";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "an object";
            default -> name;
        };
    }

    private static String values(JsonNode rule) {
        return rule == null
                ? "its values"
                : StreamSupport.stream(rule.spliterator(), false)
                        .map(JsonNode::toString)
                        .collect(Collectors.joining(", "));
    }

    private static String text(JsonNode rule) {
        return rule == null ? "that is listed" : rule.asText();
    }

    private static String shown(JsonNode body, String pointer) {
        return ExpectedFacts.shown(body.at(pointer));
    }
}
