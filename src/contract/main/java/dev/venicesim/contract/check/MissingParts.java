package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelKind;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A queue request whose fields are each right, that lacks what the model needs beside them: media, a reference, something
 * to see beside the sound. A field that the model refuses is its certain mistake.
 */
final class MissingParts {

    private static final String SOUND = "https://media.example.com/in-5s.mp3";
    private static final String PICTURE = "https://media.example.com/in-1280x720.png";

    private final ObjectNode body = Json.object();
    private final List<String> expected = new ArrayList<>();
    private boolean isCertain;

    private MissingParts() {}

    static MissingParts of(Model model, JsonNode properties) {
        var parts = new MissingParts();
        parts.fill(model);
        parts.media(model);
        parts.together(model);
        parts.mistake(model, properties);
        return parts;
    }

    /** Whether it is sure to be refused, and shows anything by it. */
    boolean isOfUse() {
        return isCertain && !expected.isEmpty();
    }

    ObjectNode body() {
        return body;
    }

    /** What the refusal says, at whatever field. */
    List<String> expected() {
        return expected;
    }

    private void fill(Model model) {
        body.put("model", model.id());
        if (model.rules().accepts(RequestField.PROMPT)) {
            body.put("prompt", "A gondola crosses the Grand Canal at dawn.");
        }
        for (var field : List.of(RequestField.DURATION, RequestField.ASPECT_RATIO, RequestField.RESOLUTION)) {
            model.options(field).stream().findFirst().ifPresent(value -> body.put(field.field(), value));
        }
    }

    private void media(Model model) {
        var rules = model.rules();
        if (rules.requires(RequestField.IMAGE_URL)) {
            expected.add(
                    rules.kind() == ModelKind.IMAGE_TO_VIDEO
                            ? ViolationTexts.IMAGE_REQUIRED
                            : ViolationTexts.required("image_url"));
        }
        for (var field : List.of(RequestField.END_IMAGE_URL, RequestField.VIDEO_URL)) {
            if (rules.requires(field)) {
                expected.add(ViolationTexts.required(field.field()));
            }
        }
    }

    private void together(Model model) {
        var rules = model.rules();
        if (!rules.anyOf().isEmpty()) {
            expected.add(
                    rules.anyOf().contains(RequestField.REFERENCE_VIDEO_URLS)
                            ? ViolationTexts.REFERENCE_REQUIRED
                            : rules.anyOf().contains(RequestField.ELEMENTS)
                                    ? ViolationTexts.VISUAL_INPUT_REQUIRED
                                    : ViolationTexts.REFERENCE_IMAGE_REQUIRED);
        }
        if (!rules.audioNeeds().isEmpty() && rules.accepts(RequestField.REFERENCE_AUDIO_URLS)) {
            body.putArray(RequestField.REFERENCE_AUDIO_URLS.field()).add(SOUND);
            expected.add(ViolationTexts.AUDIO_ALONE);
        }
        if (rules.accepts(RequestField.OMNI_REFERENCE_TASK_TYPE)) {
            body.put(RequestField.OMNI_REFERENCE_TASK_TYPE.field(), "edit");
            expected.add(ViolationTexts.neededFor("reference_video_urls", "omni_reference_task_type", "edit"));
        }
        if (rules.accepts(RequestField.KEYFRAMES)) {
            var frames = body.putArray("keyframes");
            frames.addObject().put("image_url", PICTURE).put("frame_index", 3);
            frames.addObject().put("image_url", PICTURE).put("frame_index", 3);
            expected.add(ViolationTexts.FRAME_TWICE);
        }
    }

    private void mistake(Model model, JsonNode properties) {
        for (var field : List.of(RequestField.SCENE_IMAGE_URLS, RequestField.REFERENCE_AUDIO_URLS)) {
            if (!isCertain && properties.has(field.field()) && !model.rules().accepts(field)) {
                body.putArray(field.field()).add(PICTURE);
                isCertain = true;
            }
        }
    }
}
