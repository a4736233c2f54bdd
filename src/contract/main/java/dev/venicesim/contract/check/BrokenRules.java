package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelTrait;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.json.Json;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A queue request that breaks as many rules of one model as a single refusal can tell of, and what has to be said of each
 * field. The rules are those of the edition, the values those of the model.
 */
final class BrokenRules {

    /** What the refusal says of a field, whatever the words. */
    static final String ANYTHING = "";

    private static final String PICTURE = "https://media.example.com/in-1280x720.png";
    private static final String CLIP = "https://media.example.com/in-1280x720-5s.mp4";
    private static final String SOUND = "https://media.example.com/in-5s.mp3";
    private static final String DOCUMENT = "https://media.example.com/a.pdf";

    /** Fields whose refusal quirks decide have checks of their own. */
    private static final Set<RequestField> ELSEWHERE = EnumSet.of(RequestField.AUDIO);

    private static final Set<RequestField> LISTS = EnumSet.of(
            RequestField.REFERENCE_IMAGE_URLS,
            RequestField.REFERENCE_VIDEO_URLS,
            RequestField.REFERENCE_AUDIO_URLS,
            RequestField.REFERENCE_DOCUMENT_URLS,
            RequestField.SCENE_IMAGE_URLS,
            RequestField.ELEMENTS);

    private static final Set<RequestField> ADDRESSES = EnumSet.of(
            RequestField.IMAGE_URL, RequestField.END_IMAGE_URL, RequestField.AUDIO_URL, RequestField.VIDEO_URL);

    private final Model model;
    private final JsonNode properties;
    private final ObjectNode body;
    private final Map<String, String> expected = new LinkedHashMap<>();

    private BrokenRules(Model model, JsonNode properties, ObjectNode body) {
        this.model = model;
        this.properties = properties;
        this.body = body;
    }

    /**
     * Every field wrong: one that the model refuses is there, one that it takes has a value that it does not take.
     *
     * @param properties of the edition's queue request
     */
    static BrokenRules everyField(Model model, JsonNode properties) {
        var broken = new BrokenRules(model, properties, Json.object().put("model", model.id()));
        for (var field : RequestField.values()) {
            if (properties.has(field.field()) && !ELSEWHERE.contains(field)) {
                if (model.rules().accepts(field)) {
                    broken.spoil(field);
                } else if (field != RequestField.DURATION) {
                    broken.refuse(field);
                }
            }
        }
        if (model.rules().accepts(RequestField.PROMPT)) {
            broken.tooLong("negative_prompt");
        }
        return broken;
    }

    ObjectNode body() {
        return body;
    }

    /** What the issue at each field says. */
    Map<String, String> expected() {
        return expected;
    }

    private void refuse(RequestField field) {
        var text = switch (field) {
            case IMAGE_URL, END_IMAGE_URL ->
                model.rules().has(ModelTrait.FRAMES_APART)
                        ? ViolationTexts.FRAMES_APART
                        : ViolationTexts.unsupported(field.field());
            case AUDIO_URL -> ViolationTexts.NO_AUDIO_INPUT;
            case REFERENCE_DOCUMENT_URLS -> ViolationTexts.NO_DOCUMENTS;
            case RESOLUTION ->
                model.rules().accepts(RequestField.UPSCALE_FACTOR)
                        ? ViolationTexts.USE_UPSCALE_FACTOR
                        : ViolationTexts.unsupported("resolution");
            default -> ViolationTexts.unsupported(field.field());
        };
        if (put(field)) {
            expected.put(field.field(), text);
        }
    }

    /** A value that the schema takes of a field, so that only the model can object to it. */
    private boolean put(RequestField field) {
        switch (field) {
            case PROMPT -> body.put("prompt", "A gondola.");
            case ASPECT_RATIO -> body.put("aspect_ratio", "16:9");
            case RESOLUTION -> body.put("resolution", "720p");
            case UPSCALE_FACTOR -> body.put("upscale_factor", 4);
            case IMAGE_URL, END_IMAGE_URL -> body.put(field.field(), PICTURE);
            case AUDIO_URL -> body.put("audio_url", SOUND);
            case VIDEO_URL -> body.put("video_url", CLIP);
            case REFERENCE_IMAGE_URLS,
                    REFERENCE_VIDEO_URLS,
                    REFERENCE_AUDIO_URLS,
                    REFERENCE_DOCUMENT_URLS,
                    SCENE_IMAGE_URLS,
                    ELEMENTS -> fill(field, 1);
            case KEYFRAMES ->
                body.putArray("keyframes").addObject().put("image_url", PICTURE).put("frame_index", 0);
            case OMNI_REFERENCE_TASK_TYPE -> body.put(field.field(), "reference");
            case BITRATE_MODE -> body.put(field.field(), "high");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void spoil(RequestField field) {
        if (field == RequestField.PROMPT) {
            tooLong("prompt");
        } else if (field == RequestField.DURATION) {
            if (model.rules().durationMode() == DurationMode.LISTED) {
                wrong(field, CheckRequests.NO_DURATION);
            }
        } else if (field == RequestField.ASPECT_RATIO
                || field == RequestField.RESOLUTION
                || field == RequestField.OMNI_REFERENCE_TASK_TYPE
                || field == RequestField.BITRATE_MODE) {
            wrong(field, "venice-sim-none");
        } else if (field == RequestField.UPSCALE_FACTOR) {
            body.put(field.field(), 3);
            expected.put(field.field(), ANYTHING);
        } else if (ADDRESSES.contains(field)) {
            wrong(field, "no address at all");
        } else if (LISTS.contains(field)) {
            tooMany(field);
        }
    }

    private void wrong(RequestField field, String value) {
        body.put(field.field(), value);
        expected.put(field.field(), ANYTHING);
    }

    private void tooLong(String field) {
        var schema = properties.path(field).path("maxLength").asInt(Integer.MAX_VALUE);
        var most = Math.min(schema, model.rules().promptLimit());
        body.put(field, "x".repeat(most + 1));
        expected.put(field, "String must contain at most " + most + " character(s)");
    }

    private void tooMany(RequestField field) {
        var schema = properties.path(field.field()).path("maxItems").asInt(Integer.MAX_VALUE);
        var most = Math.min(schema, model.rules().maxItems(field));
        fill(field, most + 1);
        expected.put(
                field.field(),
                field == RequestField.REFERENCE_VIDEO_URLS
                        ? ViolationTexts.TOO_MANY_VIDEOS.replace("%d", Integer.toString(most))
                        : "Array must contain at most " + most + " element(s)");
    }

    private void fill(RequestField field, int count) {
        var list = body.putArray(field.field());
        for (var i = 0; i < count; i++) {
            switch (field) {
                case REFERENCE_VIDEO_URLS -> list.add(CLIP);
                case REFERENCE_AUDIO_URLS -> list.add(SOUND);
                case REFERENCE_DOCUMENT_URLS -> list.add(DOCUMENT);
                case ELEMENTS -> list.addObject().put("frontal_image_url", PICTURE);
                default -> list.add(PICTURE);
            }
        }
    }
}
