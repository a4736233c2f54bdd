package dev.venicesim.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.venicesim.json.Json;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.net.CredentialMask;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON document without its media: each data URL becomes its hash and size, each over-long text its beginning;
 * credentials are masked.
 *
 * @param known media that need not be decoded, by where they begin in the document
 */
record Redaction(SlicedJson document, Map<Integer, DecisionTrace.Medium> known) {

    private static final int LONGEST_TEXT = 10_000;

    JsonNode of(JsonNode node) {
        if (node.isObject()) {
            var copy = Json.object();
            node.properties()
                    .forEach(field -> copy.set(MediaText.masked(field.getKey()), of(field.getKey(), field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(of(item)));
            return copy;
        }
        return node.isTextual() ? text(node.textValue()) : node;
    }

    /** A member whose name says that it is a credential is masked as a header of that name is. */
    private JsonNode of(String member, JsonNode value) {
        return (value.isTextual() ? CredentialMask.maskMember(member, value.textValue()) : Optional.<String>empty())
                .<JsonNode>map(JsonNodeFactory.instance::textNode)
                .orElseGet(() -> of(value));
    }

    private JsonNode text(String text) {
        var slice = document.slice(text);
        if (slice.isPresent()) {
            var bytes = slice.get();
            return KeptDataUrl.find(bytes.document(), bytes.offset(), bytes.length(), known.get(bytes.offset()))
                    .map(KeptDataUrl::json)
                    .orElseGet(() -> KeptDataUrl.raw(bytes.document(), bytes.offset(), bytes.length())
                            .json());
        }
        return medium(text).map(KeptDataUrl::json).orElseGet(() -> shortened(MediaText.masked(text)));
    }

    private static Optional<KeptDataUrl> medium(String text) {
        return text.regionMatches(true, 0, "data:", 0, "data:".length())
                ? DataUrlText.at(text, 0).map(DataUrlText::medium)
                : UndeclaredMedia.read(text);
    }

    private static JsonNode shortened(String text) {
        var length = text.length();
        var shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        var masked = CredentialMask.maskText(shown);
        return JsonNodeFactory.instance.textNode(
                length > shown.length() ? masked + "... (" + (length - shown.length()) + " more)" : masked);
    }
}
