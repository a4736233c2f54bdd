package dev.venicesim.validation;

import static dev.venicesim.catalog.Input.ASPECT_RATIO;
import static dev.venicesim.catalog.Input.DURATION;
import static dev.venicesim.catalog.Input.ELEMENTS;
import static dev.venicesim.catalog.Input.REFERENCE_VIDEO_URLS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Input;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.ViolationPath;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.Rule.AcrossFields;
import dev.venicesim.validation.Rule.Report;
import java.util.List;
import java.util.Set;

/** What models make of several fields of a queue request together, as rows. */
final class CrossRules {

    private static final String E08 = "2026-08-21";
    private static final String OMNI = Input.OMNI_REFERENCE_TASK_TYPE.field();

    /** Names the Seedance guide's error speaks of; no schema has them, yet they count as references. */
    private static final Set<String> GUIDE_NAMES = Set.of("image_references", "video_references");

    static final List<AcrossFields> TABLE = List.of(
            new AcrossFields(
                    new Origin("any-reference", "api-facts 5.1, 5.3, 5.4; observed A5", "2026-10-02"),
                    model -> !model.rules().anyOf().isEmpty(),
                    CrossRules::anyReference,
                    model -> "at least one of " + model.rules().anyOf() + " is required"),
            new AcrossFields(
                    new Origin("audio-not-alone", "OpenAPI; Seedance guide; api-facts 5.1", E08),
                    model -> !model.rules().audioNeeds().isEmpty(),
                    CrossRules::audioNotAlone,
                    model -> "sound references need one of " + model.rules().audioNeeds() + " beside them"),
            new AcrossFields(
                    new Origin("element-picture", "reference guide; observed A2; api-facts 11 #10", "2026-10-02"),
                    model -> model.rules().accepts(ELEMENTS),
                    PictureCounts::everyElementHasOne,
                    model -> "each element has frontal_image_url or video_url"),
            new AcrossFields(
                    new Origin("combined-pictures", "reference guide; api-facts 5.3, 11 #9", E08),
                    model -> model.rules().limits().elements().combinedTotal() > 0,
                    PictureCounts::withinTheTotal,
                    PictureCounts::words),
            new AcrossFields(
                    new Origin("keyframes-ordered", "OpenAPI keyframes; api-facts 1.3", E08),
                    model -> model.rules().accepts(Input.KEYFRAMES),
                    Keyframes::check,
                    model -> "each frame_index is unique and at most the duration times 24"),
            new AcrossFields(
                    new Origin("source-matched-needs-clip", "OpenAPI duration, aspect_ratio; api-facts 5.1", E08),
                    model -> sourceMatched(model, DURATION) || sourceMatched(model, ASPECT_RATIO),
                    CrossRules::sourceMatchedNeedsClip,
                    model -> "duration " + model.rules().sourceMatched(DURATION) + " and aspect_ratio "
                            + model.rules().sourceMatched(ASPECT_RATIO) + " need reference_video_urls"),
            new AcrossFields(
                    new Origin("task-type-needs-clip", "api-facts 5.1 (official skill)", "2026-10-02"),
                    model -> model.rules().accepts(Input.OMNI_REFERENCE_TASK_TYPE),
                    CrossRules::taskTypeNeedsClip,
                    model -> "omni_reference_task_type edit and extend need reference_video_urls"));

    private CrossRules() {}

    private static void anyReference(JsonNode body, Model model, Report report) {
        var anyOf = model.rules().anyOf();
        if (anyOf.stream().anyMatch(input -> given(body, input.field()))) {
            return;
        }
        if (anyOf.contains(REFERENCE_VIDEO_URLS)) {
            if (GUIDE_NAMES.stream().noneMatch(name -> given(body, name))) {
                report.add(ViolationPath.ROOT, ViolationTexts.REFERENCE_REQUIRED);
            }
        } else if (anyOf.contains(ELEMENTS)) {
            report.add(ViolationPath.ROOT, ViolationTexts.VISUAL_INPUT_REQUIRED);
        } else {
            report.add(ViolationPath.of(Input.REFERENCE_IMAGE_URLS.field()), ViolationTexts.REFERENCE_IMAGE_REQUIRED);
        }
    }

    private static void audioNotAlone(JsonNode body, Model model, Report report) {
        for (var sound : List.of(Input.AUDIO_URL, Input.REFERENCE_AUDIO_URLS)) {
            if (given(body, sound.field())
                    && model.rules().audioNeeds().stream().noneMatch(input -> given(body, input.field()))) {
                report.add(ViolationPath.of(sound.field()), ViolationTexts.AUDIO_ALONE);
            }
        }
    }

    private static void sourceMatchedNeedsClip(JsonNode body, Model model, Report report) {
        if (given(body, REFERENCE_VIDEO_URLS.field())) {
            return;
        }
        for (var input : List.of(DURATION, ASPECT_RATIO)) {
            var value = body.path(input.field()).asText();
            if (model.rules().sourceMatched(input).contains(value)) {
                var message = ViolationTexts.neededFor(REFERENCE_VIDEO_URLS.field(), input.field(), value);
                report.add(ViolationPath.of(REFERENCE_VIDEO_URLS.field()), message);
            }
        }
    }

    private static void taskTypeNeedsClip(JsonNode body, Model model, Report report) {
        var type = body.path(OMNI).asText();
        if (Set.of("edit", "extend").contains(type) && !given(body, REFERENCE_VIDEO_URLS.field())) {
            var message = ViolationTexts.neededFor(REFERENCE_VIDEO_URLS.field(), OMNI, type);
            report.add(ViolationPath.of(REFERENCE_VIDEO_URLS.field()), message);
        }
    }

    private static boolean sourceMatched(Model model, Input input) {
        return !model.rules().sourceMatched(input).isEmpty();
    }

    /** Whether a field holds something: an empty list or text does not count. */
    static boolean given(JsonNode body, String field) {
        var value = body.path(field);
        return value.isContainerNode()
                ? !value.isEmpty()
                : value.isTextual() ? !value.textValue().isEmpty() : !value.isMissingNode();
    }
}
