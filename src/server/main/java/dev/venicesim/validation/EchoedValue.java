package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Excerpt of a client's own value that comes back in an answer: enough to recognise it, never a body's worth. */
final class EchoedValue {

    private static final int CHARACTERS = 200;

    private EchoedValue() {}

    static String of(String text) {
        return text.length() > CHARACTERS ? text.substring(0, CHARACTERS) + "…" : text;
    }

    static JsonNode of(JsonNode value) {
        if (value.isTextual() && value.textValue().length() > CHARACTERS) {
            return JsonNodeFactory.instance.textNode(of(value.textValue()));
        }
        return value.isContainerNode() ? JsonNodeFactory.instance.textNode(ShapeWords.typeOf(value)) : value;
    }
}
