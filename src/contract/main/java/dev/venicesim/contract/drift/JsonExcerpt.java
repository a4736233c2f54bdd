package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;

/** Form in which drift shows JSON values. */
final class JsonExcerpt {

    private static final int LONGEST = 400;

    private JsonExcerpt() {}

    static String shown(JsonNode node) {
        if (node.isMissingNode()) {
            return "absent";
        }
        var text = node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case MISSING -> "absent";
        };
    }

    static boolean same(JsonNode was, JsonNode is) {
        if (was.isNumber() && is.isNumber()) {
            return was.decimalValue().compareTo(is.decimalValue()) == 0;
        }
        return was.equals(is);
    }
}
