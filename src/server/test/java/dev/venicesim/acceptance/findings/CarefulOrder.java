package dev.venicesim.acceptance.findings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.findings.CarefulKind.Habit;
import dev.venicesim.json.Json;

/**
 * Order that holds what the model's entry in the listing says and no more.
 *
 * @param listing the reply of {@code GET /models?type=video}
 */
record CarefulOrder(CarefulKind kind, JsonNode listing) {

    ObjectNode body() {
        var model = model();
        var constraints = model.path("model_spec").path("constraints");
        var body = Json.object().put("model", model.path("id").asText()).put("prompt", "a gondola");
        first(body, "duration", constraints.path("durations"));
        first(body, "aspect_ratio", constraints.path("aspect_ratios"));
        first(body, "resolution", constraints.path("resolutions"));
        if (kind.has(Habit.FACES)) {
            body.put("image_url", "https://example.com/portrait.png").remove("aspect_ratio");
        }
        if (kind.has(Habit.DEFAULTS)) {
            body.put("audio", true).put("upscale_factor", 2);
        }
        return body;
    }

    private static void first(ObjectNode body, String field, JsonNode options) {
        if (options.has(0)) {
            body.put(field, options.path(0).asText());
        }
    }

    private JsonNode model() {
        for (var model : listing.path("data")) {
            if (model.path("id").asText().equals(wanted())) {
                return model;
            }
        }
        throw new AssertionError(wanted() + " is not listed");
    }

    private String wanted() {
        if (kind.has(Habit.FACES)) {
            return listing.toString().contains("\"seedance-2-0-image-to-video\"")
                    ? "seedance-2-0-image-to-video"
                    : "seedance-2-0-image-to-video-basic";
        }
        return kind.has(Habit.LINKS) ? "grok-imagine-text-to-video-private" : "wan-2.6-text-to-video";
    }

    /** The same order with what a 409 asks for. */
    static ObjectNode consenting(ObjectNode body) {
        var consents = body.deepCopy();
        consents.putObject("consents")
                .putObject("seedance")
                .put("confirmed_terms_and_privacy", true)
                .put("confirmed_legal_right", true)
                .put("confirmed_screening_acknowledged", true);
        return consents;
    }
}
