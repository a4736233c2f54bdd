package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.RequestField;

/**
 * Fields that a client generated from the OpenAPI file sends unasked, with the file's defaults: where the quirk has it so,
 * a model that lacks them does not see them.
 */
@Verified(on = "2026-08-21", source = "docs/api/disagreements.md#defaults-of-the-openapi-file")
final class FileDefaults {

    private FileDefaults() {}

    /** A body without them; the body itself is never changed. */
    static JsonNode without(JsonNode body, Model model, QuirkSettings quirks) {
        if (!quirks.is(ApiQuirk.FILE_DEFAULTS, "ignore")) {
            return body;
        }
        ObjectNode copy = ((ObjectNode) body).objectNode();
        body.properties().forEach(entry -> copy.set(entry.getKey(), entry.getValue()));
        RequestField.FILE_DEFAULTS.forEach((field, value) -> {
            if (!model.rules().accepts(field)
                    && copy.path(field.field()).asText().equals(value)) {
                copy.remove(field.field());
            }
        });
        return copy;
    }
}
