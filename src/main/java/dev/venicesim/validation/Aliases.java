package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Input;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.error.Verified;
import java.util.Map;

/** Other spellings the API, or a quirk, understands; replaced before anything is judged. The body itself is never changed. */
final class Aliases {

    @Verified(on = "2026-08-21", source = "OpenAPI omni_reference_task_type; api-facts 1.3")
    private static final Map<String, String> TASK_TYPES = Map.of("editing", "edit", "extension", "extend");

    @Verified(on = "2026-08-21", source = "api-facts 11 #6 #7")
    private static final Map<String, String> FIELDS =
            Map.of("referenceImageUrls", "reference_image_urls", "image_urls", "scene_image_urls");

    private Aliases() {}

    static JsonNode resolve(JsonNode body, Quirks quirks) {
        var result = body;
        var type = body.path(Input.OMNI_REFERENCE_TASK_TYPE.field()).asText();
        if (TASK_TYPES.containsKey(type)) {
            result = with(result, Input.OMNI_REFERENCE_TASK_TYPE.field(), TASK_TYPES.get(type));
        }
        if (quirks.is(Quirk.BARE_SECONDS, "accept")) {
            var duration = body.path(Input.DURATION.field());
            if (duration.isTextual() && duration.textValue().matches("\\d{1,2}")) {
                result = with(result, Input.DURATION.field(), duration.textValue() + "s");
            }
        }
        return quirks.is(Quirk.FIELD_ALIASES, "on") ? renamed(result) : result;
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
