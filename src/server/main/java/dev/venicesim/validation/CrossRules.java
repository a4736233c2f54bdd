package dev.venicesim.validation;

import static dev.venicesim.catalog.RequestField.ASPECT_RATIO;
import static dev.venicesim.catalog.RequestField.DURATION;
import static dev.venicesim.catalog.RequestField.ELEMENTS;
import static dev.venicesim.catalog.RequestField.REFERENCE_VIDEO_URLS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelTrait;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.error.ViolationPath;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.RequestRule.AcrossFields;
import dev.venicesim.validation.RequestRule.Report;
import java.util.List;
import java.util.Set;

/** Rules of models about several fields of a queue request together, as rows. */
final class CrossRules {

    private static final String E08 = "2026-08-21";
    private static final String OMNI = RequestField.OMNI_REFERENCE_TASK_TYPE.field();

    static final List<AcrossFields> TABLE = List.of(
            new AcrossFields(
                    new RuleOrigin("any-reference", "docs/api/validation.md, \"At least one reference\"", "2026-10-02"),
                    model -> !model.rules().anyOf().isEmpty(),
                    CrossRules::anyReference,
                    model -> "at least one of " + model.rules().anyOf() + " is required"),
            new AcrossFields(
                    new RuleOrigin(
                            "audio-not-alone",
                            "OpenAPI; Seedance guide; docs/api/validation.md, \"Sound is not enough\"",
                            E08),
                    model -> !model.rules().audioNeeds().isEmpty(),
                    CrossRules::audioNotAlone,
                    model -> "sound references need one of " + model.rules().audioNeeds() + " beside them"),
            new AcrossFields(
                    new RuleOrigin(
                            "element-picture",
                            "reference guide; docs/api/validation.md, \"Elements of Kling\"",
                            "2026-10-02"),
                    model -> model.rules().accepts(ELEMENTS),
                    PictureCounts::everyElementHasOne,
                    model -> "each element has frontal_image_url or video_url"),
            new AcrossFields(
                    new RuleOrigin(
                            "combined-pictures",
                            "reference guide; docs/api/disagreements.md, \"Number of Kling elements\"",
                            E08),
                    model -> model.rules().limits().elements().combinedTotal() > 0,
                    PictureCounts::withinTheTotal,
                    PictureCounts::words),
            new AcrossFields(
                    new RuleOrigin("keyframes-ordered", "OpenAPI keyframes; docs/api/queue.md, \"Keyframes\"", E08),
                    model -> model.rules().accepts(RequestField.KEYFRAMES),
                    Keyframes::check,
                    model -> "each frame_index is unique and at most the duration times 24"),
            new AcrossFields(
                    new RuleOrigin(
                            "source-matched-needs-clip",
                            "OpenAPI duration, aspect_ratio;"
                                    + " docs/api/validation.md, \"Source matching of Seedance\"",
                            E08),
                    model -> sourceMatched(model, DURATION) || sourceMatched(model, ASPECT_RATIO),
                    CrossRules::sourceMatchedNeedsClip,
                    model -> "duration " + model.rules().sourceMatched(DURATION) + " and aspect_ratio "
                            + model.rules().sourceMatched(ASPECT_RATIO) + " need reference_video_urls"),
            new AcrossFields(
                    new RuleOrigin(
                            "task-type-needs-clip",
                            "docs/api/validation.md, \"Edit and extend need a clip\"",
                            "2026-10-02"),
                    model -> model.rules().accepts(RequestField.OMNI_REFERENCE_TASK_TYPE),
                    CrossRules::taskTypeNeedsClip,
                    model -> "omni_reference_task_type edit and extend need reference_video_urls"),
            new AcrossFields(
                    new RuleOrigin(
                            "references-together", "docs/api/edition-2026-10-02.md#typed-references", "2026-10-02"),
                    model -> !model.rules().counts().isEmpty(),
                    References::withinTheCaps,
                    References::words),
            new AcrossFields(
                    new RuleOrigin("picture-tags", "docs/api/validation.md, \"Grok references\"", "2026-10-02"),
                    model -> model.rules().has(ModelTrait.PICTURE_TAGS)
                            && model.rules().accepts(RequestField.REFERENCE_IMAGE_URLS),
                    References::tagsNamePictures,
                    model -> "each @ImageN of the prompt names a picture"),
            new AcrossFields(
                    new RuleOrigin("document-or-page", "docs/api/edition-2026-10-02.md#documents-of-wan", "2026-09-10"),
                    model -> model.rules().accepts(RequestField.REFERENCE_DOCUMENT_URLS),
                    References::documentOrPage,
                    model -> "reference_document_urls holds files or pages, not both"),
            new AcrossFields(
                    new RuleOrigin(
                            "camera-trajectory", "docs/api/edition-2026-10-02.md#camera-trajectories", "2026-10-02"),
                    model -> model.rules().accepts(RequestField.CAMERA_TRAJECTORY),
                    CameraTrajectory::check,
                    model -> "camera_trajectory has strictly growing times and at most 32 full turns"));

    private CrossRules() {}

    private static void anyReference(JsonNode body, Model model, Report report) {
        var anyOf = model.rules().anyOf();
        if (References.given(body, model, anyOf)) {
            return;
        }
        if (anyOf.contains(REFERENCE_VIDEO_URLS)) {
            report.add(ViolationPath.ROOT, ViolationTexts.REFERENCE_REQUIRED);
        } else if (anyOf.contains(ELEMENTS)) {
            report.add(ViolationPath.ROOT, ViolationTexts.VISUAL_INPUT_REQUIRED);
        } else {
            report.add(
                    ViolationPath.of(RequestField.REFERENCE_IMAGE_URLS.field()),
                    ViolationTexts.REFERENCE_IMAGE_REQUIRED);
        }
    }

    private static void audioNotAlone(JsonNode body, Model model, Report report) {
        for (var sound : List.of(RequestField.AUDIO_URL, RequestField.REFERENCE_AUDIO_URLS)) {
            if (given(body, sound.field())
                    && !References.given(body, model, model.rules().audioNeeds())) {
                report.add(ViolationPath.of(sound.field()), ViolationTexts.AUDIO_ALONE);
            }
        }
    }

    private static void sourceMatchedNeedsClip(JsonNode body, Model model, Report report) {
        if (References.given(body, model, Set.of(REFERENCE_VIDEO_URLS))) {
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
        if (Set.of("edit", "extend").contains(type) && !References.given(body, model, Set.of(REFERENCE_VIDEO_URLS))) {
            var message = ViolationTexts.neededFor(REFERENCE_VIDEO_URLS.field(), OMNI, type);
            report.add(ViolationPath.of(REFERENCE_VIDEO_URLS.field()), message);
        }
    }

    private static boolean sourceMatched(Model model, RequestField input) {
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
