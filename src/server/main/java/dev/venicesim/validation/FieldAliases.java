package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.RequestField;
import java.util.Map;

/**
 * Other spellings the API, or a quirk, understands; replaced before anything is judged. The body itself is never
 * changed.
 */
final class FieldAliases {

    @Verified(on = "2026-08-21", source = "docs/api/queue.md#task-types-of-references")
    private static final Map<String, String> TASK_TYPES = Map.of("editing", "edit", "extension", "extend");

    @Verified(
            on = "2026-08-21",
            source = "docs/api/disagreements.md#camel-case-reference-field,"
                    + " docs/api/disagreements.md#scene-field-of-kling")
    private static final Map<String, String> FIELDS =
            Map.of("referenceImageUrls", "reference_image_urls", "image_urls", "scene_image_urls");

    private FieldAliases() {}

    static JsonNode resolve(JsonNode body, QuirkSettings quirks) {
        var result = body;
        var type = body.path(RequestField.OMNI_REFERENCE_TASK_TYPE.field()).asText();
        if (TASK_TYPES.containsKey(type)) {
            result = with(result, RequestField.OMNI_REFERENCE_TASK_TYPE.field(), TASK_TYPES.get(type));
        }
        if (quirks.is(ApiQuirk.BARE_SECONDS, "accept")) {
            var duration = body.path(RequestField.DURATION.field());
            if (duration.isTextual() && duration.textValue().matches("\\d{1,2}")) {
                result = with(result, RequestField.DURATION.field(), duration.textValue() + "s");
            }
        }
        return quirks.is(ApiQuirk.FIELD_ALIASES, "on") ? renamed(result) : result;
    }

    private static JsonNode renamed(JsonNode body) {
        var result = body;
        for (var alias : FIELDS.entrySet()) {
            if (result.has(alias.getKey()) && !result.has(alias.getValue())) {
                var copy = shallow(result);
                copy.set(alias.getValue(), copy.remove(alias.getKey()));
                result = copy;
            }
        }
        return result;
    }

    private static JsonNode with(JsonNode body, String field, String value) {
        return shallow(body).put(field, value);
    }

    private static ObjectNode shallow(JsonNode body) {
        var copy = ((ObjectNode) body).objectNode();
        body.properties().forEach(entry -> copy.set(entry.getKey(), entry.getValue()));
        return copy;
    }
}
