package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.venicesim.json.Json;
import java.util.ArrayList;

/**
 * Form of what an account or a map holds, in which two of them can be compared: members by name, values by their kind. A
 * value that is null for one of them may be anything for the other, and rows are compared where both have some.
 */
final class AccountForm {

    private static final String BODY = "body";

    private AccountForm() {}

    static void equalize(ObjectNode left, ObjectNode right) {
        var ours = kinds(left.path(BODY));
        var theirs = kinds(right.path(BODY));
        left.set(BODY, free(ours, theirs));
        right.set(BODY, free(theirs, ours));
    }

    private static JsonNode kinds(JsonNode value) {
        if (value.isObject()) {
            var members = Json.object();
            value.properties().forEach(member -> members.set(member.getKey(), kinds(member.getValue())));
            return members;
        }
        if (value.isArray()) {
            var rows = Json.mapper().createArrayNode();
            if (!value.isEmpty()) {
                rows.add(kinds(value.get(0)));
            }
            return rows;
        }
        return value.isTextual()
                ? TextNode.valueOf(kind(value.textValue()))
                : value.isNull() ? value : TextNode.valueOf("<" + value.getNodeType() + ">");
    }

    private static String kind(String text) {
        if (text.isEmpty() || text.startsWith("<")) {
            return text;
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return "<day>";
        }
        return text.matches("[A-Z_]+") ? "<CAPITALS>" : text.matches("\\d+d") ? text : "<text>";
    }

    /** What the other may have otherwise, taken over from it. */
    private static JsonNode free(JsonNode value, JsonNode other) {
        if (value instanceof ObjectNode object && other.isObject()) {
            var result = Json.object();
            object.properties()
                    .forEach(member -> result.set(
                            member.getKey(),
                            other.has(member.getKey())
                                    ? free(member.getValue(), other.get(member.getKey()))
                                    : member.getValue()));
            return result;
        }
        var isFree =
                value.isNull() || other.isNull() || (value.isArray() && other.isArray() && oneIsEmpty(value, other));
        if (isFree) {
            return TextNode.valueOf("<either>");
        }
        if (value.isArray() && other.isArray()) {
            var rows = new ArrayList<JsonNode>();
            rows.add(free(value.get(0), other.get(0)));
            return Json.mapper().createArrayNode().addAll(rows);
        }
        return value;
    }

    private static boolean oneIsEmpty(JsonNode value, JsonNode other) {
        return value.isEmpty() || other.isEmpty();
    }
}
