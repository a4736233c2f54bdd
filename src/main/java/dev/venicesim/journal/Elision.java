package dev.venicesim.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.venicesim.auth.Credentials;
import dev.venicesim.json.Json;
import dev.venicesim.json.SlicedJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A JSON document without its media: each data URL becomes its hash and size, each over-long text its beginning; credentials are masked.
 *
 * @param known media that need not be decoded, by where they begin in the document
 */
record Elision(SlicedJson document, Map<Integer, Why.Medium> known) {

    private static final int SHORT = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MARKED_HEAD = 100;

    JsonNode of(JsonNode node) {
        if (node.isObject()) {
            var copy = Json.object();
            node.properties().forEach(field -> copy.set(field.getKey(), of(field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(of(item)));
            return copy;
        }
        return node.isTextual() ? text(node.textValue()) : node;
    }

    private JsonNode text(String text) {
        var slice = document.slice(text);
        if (slice.isPresent()) {
            var bytes = slice.get();
            return DataUrl.find(bytes.document(), bytes.offset(), bytes.length(), known.get(bytes.offset()))
                    .map(DataUrl::json)
                    .orElseGet(() ->
                            shortened(text.substring(0, Math.min(MARKED_HEAD, text.length())), bytes.length()));
        }
        if (text.length() > SHORT && text.startsWith("data:")) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return DataUrl.find(bytes, 0, bytes.length, null).map(DataUrl::json).orElseGet(() -> shortened(text, 0));
        }
        return shortened(text, text.length());
    }

    private static JsonNode shortened(String text, long length) {
        var shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        var masked = Credentials.maskText(shown);
        return JsonNodeFactory.instance.textNode(
                length > shown.length() ? masked + "... (" + (length - shown.length()) + " more)" : masked);
    }
}
