package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.contract.check.FieldSamples.Manner;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Requests to queue about one model, each of which breaks, or just keeps, as many of its rules as one refusal can tell of.
 * All of them are refused, for a reason besides those that they are about.
 */
final class ModelRequests {

    private static final String NEGATIVE = "negative_prompt";
    private static final String PROMPT = "prompt";

    /** The fields whose values the model lists itself. */
    private static final Set<RequestField> LISTED = Set.of(
            RequestField.DURATION,
            RequestField.ASPECT_RATIO,
            RequestField.RESOLUTION,
            RequestField.UPSCALE_FACTOR,
            RequestField.ENHANCEMENT_MODEL,
            RequestField.OUTPUT_FORMAT);

    /** References that say in which role they are meant. */
    private static final List<RequestField> TYPED =
            List.of(RequestField.IMAGE_REFERENCES, RequestField.VIDEO_REFERENCES);

    private final Model model;
    private final JsonNode properties;

    private ModelRequests(Model model, JsonNode properties) {
        this.model = model;
        this.properties = properties;
    }

    static List<ObjectNode> of(Model model, JsonNode properties) {
        var requests = new ModelRequests(model, properties);
        var all = new ArrayList<ObjectNode>();
        all.add(requests.everythingWrong());
        all.add(Json.object().put("model", model.id()));
        all.add(requests.mostAllowed());
        all.addAll(requests.together());
        return all;
    }

    /** Each value of a field wrong in one manner, whether the model takes the field or not. */
    static ObjectNode spoilt(Model model, JsonNode properties, Manner manner) {
        var body = Json.object().put("model", model.id());
        properties.properties().stream()
                .filter(field -> !field.getKey().equals("model"))
                .forEach(field ->
                        body.set(field.getKey(), FieldSamples.spoilt(field.getKey(), field.getValue(), manner)));
        return body;
    }

    private ObjectNode everythingWrong() {
        var body = BrokenRules.everyField(model, properties).body();
        unlisted(body, 0);
        outside(model, true).filter(text -> body.has("duration")).ifPresent(text -> body.put("duration", text));
        for (var field : RequestField.values()) {
            var schema = properties.path(field.field());
            if (!schema.isMissingNode() && !body.has(field.field())) {
                body.set(
                        field.field(),
                        model.rules().accepts(field)
                                ? FieldSamples.spoilt(field.field(), schema, Manner.ABOVE)
                                : FieldSamples.legal(field.field(), schema, true));
            }
        }
        return body;
    }

    /** Ratio and resolution that other models list, the more usual ones first. */
    private void unlisted(ObjectNode body, int place) {
        UnlistedValues.of(model, RequestField.ASPECT_RATIO, properties, place)
                .ifPresent(text -> body.put("aspect_ratio", text));
        UnlistedValues.of(model, RequestField.RESOLUTION, properties, place)
                .ifPresent(text -> body.put("resolution", text));
    }

    /** A length in seconds just above, or just below, those that the model lists. */
    static Optional<String> outside(Model model, boolean above) {
        var seconds = model.options(RequestField.DURATION).stream()
                .filter(text -> text.matches("\\d{1,3}s"))
                .mapToInt(text -> Integer.parseInt(text.substring(0, text.length() - 1)))
                .summaryStatistics();
        if (seconds.getCount() == 0) {
            return Optional.empty();
        }
        return Optional.of((above ? seconds.getMax() + 1 : seconds.getMin() - 1) + "s");
    }

    /** Each field that the model takes at its most; refused for its length, its sound, and words in the wrong case. */
    private ObjectNode mostAllowed() {
        var body = Json.object().put("model", model.id());
        for (var field : RequestField.values()) {
            var schema = properties.path(field.field());
            if (!schema.isMissingNode() && model.rules().accepts(field)) {
                body.set(field.field(), most(field, schema));
            }
        }
        body.set(NEGATIVE, letters(NEGATIVE));
        var resolutions = model.options(RequestField.RESOLUTION);
        unlisted(body, 1);
        if (!resolutions.isEmpty()) {
            body.put("resolution", FieldSamples.inTheOtherCase(resolutions.get(resolutions.size() - 1)));
        }
        if (properties.has("anon_user_id")) {
            body.put("anon_user_id", "u".repeat(128));
        }
        return body.put("duration", CheckRequests.NO_DURATION).put("audio", 7);
    }

    private JsonNode most(RequestField field, JsonNode schema) {
        if (field == RequestField.PROMPT) {
            return letters(PROMPT);
        }
        if (LISTED.contains(field)) {
            return last(field, schema);
        }
        if (schema.path("type").asText().equals("array")) {
            var own = model.rules().maxItems(field);
            var cap = schema.path("maxItems").asInt(1);
            return FieldSamples.list(field.field(), schema, own > 0 ? Math.min(own, cap) : cap);
        }
        return FieldSamples.legal(field.field(), schema, true);
    }

    private JsonNode last(RequestField field, JsonNode schema) {
        var options = model.options(field);
        if (options.isEmpty()) {
            return FieldSamples.legal(field.field(), schema, true);
        }
        var option = options.get(options.size() - 1);
        return schema.path("type").asText().equals("integer") && option.matches("\\d{1,3}")
                ? Json.mapper().getNodeFactory().numberNode(Integer.parseInt(option))
                : TextNode.valueOf(option);
    }

    /** As many characters as there may be, each of two bytes. */
    private JsonNode letters(String field) {
        var cap = properties.path(field).path("maxLength").asInt(Integer.MAX_VALUE);
        return TextNode.valueOf("\u00fc".repeat(Math.min(cap, model.rules().promptLimit())));
    }

    /** Fields that are each right, and are not so together, beside one that is too long. */
    private List<ObjectNode> together() {
        var properly = MissingParts.of(model, properties);
        var bodies = new ArrayList<ObjectNode>();
        bodies.add(properly.body().deepCopy());
        bodies.add(crowded());
        if (model.rules().accepts(RequestField.OMNI_REFERENCE_TASK_TYPE)) {
            var extending = plain();
            extending.put(RequestField.OMNI_REFERENCE_TASK_TYPE.field(), "extend");
            matched(extending);
            bodies.add(extending);
        }
        bodies.forEach(body -> {
            body.put(
                    NEGATIVE,
                    "x".repeat(properties.path(NEGATIVE).path("maxLength").asInt(20_000) + 1));
            refusedList(body);
        });
        return bodies;
    }

    private ObjectNode plain() {
        var body = Json.object().put("model", model.id());
        if (model.rules().accepts(RequestField.PROMPT)) {
            body.put(PROMPT, "A gondola of @Image1, @Image9 and @Element9.");
        }
        for (var field : List.of(RequestField.DURATION, RequestField.ASPECT_RATIO, RequestField.RESOLUTION)) {
            model.options(field).stream().findFirst().ifPresent(value -> body.put(field.field(), value));
        }
        return body;
    }

    /** All media at once, as many of them as each field takes alone. */
    private ObjectNode crowded() {
        var body = plain();
        for (var field : RequestField.values()) {
            var schema = properties.path(field.field());
            var isMedium = schema.path("type").asText().equals("array")
                    || field.field().endsWith("_url");
            if (isMedium && model.rules().accepts(field)) {
                body.set(field.field(), most(field, schema));
            }
        }
        TYPED.stream()
                .filter(field -> model.rules().accepts(field) && properties.has(field.field()))
                .forEach(field ->
                        body.set(field.field(), FieldSamples.list(field.field(), properties.path(field.field()), 1)));
        if (model.rules().accepts(RequestField.REFERENCE_DOCUMENT_URLS) && body.has("reference_document_urls")) {
            body.putArray("reference_document_urls").add("https://media.example.com/page");
        }
        elements(body);
        frames(body);
        camera(body);
        return body;
    }

    private void elements(ObjectNode body) {
        var elements = body.path("elements");
        if (!elements.isEmpty() && elements.get(elements.size() - 1) instanceof ObjectNode last) {
            last.removeAll();
        }
    }

    private void frames(ObjectNode body) {
        if (body.path("keyframes").size() > 1) {
            for (var i = 0; i < body.path("keyframes").size(); i++) {
                ((ObjectNode) body.path("keyframes").get(i)).put("frame_index", i == 0 ? 100_000 : i);
            }
        }
    }

    /** A way that stands still, and turns for ever. */
    private void camera(ObjectNode body) {
        if (body.has("camera_trajectory")) {
            var points = body.putArray("camera_trajectory");
            for (var i = 0; i < 3; i++) {
                points.addObject()
                        .put("time", i == 0 ? 0 : 1)
                        .put("azimuth", i * 40_000)
                        .put("elevation", 90)
                        .put("distance", 0.001);
            }
        }
    }

    /** The values that follow a source which is not there. */
    private void matched(ObjectNode body) {
        for (var field : List.of(RequestField.DURATION, RequestField.ASPECT_RATIO)) {
            var literals = model.rules().sourceMatched(field);
            if (!literals.isEmpty()) {
                body.put(field.field(), literals.get(0));
            }
        }
    }

    private void refusedList(ObjectNode body) {
        for (var field : List.of(RequestField.SCENE_IMAGE_URLS, RequestField.REFERENCE_AUDIO_URLS)) {
            if (properties.has(field.field()) && !model.rules().accepts(field)) {
                body.set(field.field(), FieldSamples.list(field.field(), properties.path(field.field()), 1));
            }
        }
    }
}
