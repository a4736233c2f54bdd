package dev.venicesim.validation;

import static dev.venicesim.catalog.RequestField.ASPECT_RATIO;
import static dev.venicesim.catalog.RequestField.AUDIO;
import static dev.venicesim.catalog.RequestField.AUDIO_URL;
import static dev.venicesim.catalog.RequestField.ELEMENTS;
import static dev.venicesim.catalog.RequestField.END_IMAGE_URL;
import static dev.venicesim.catalog.RequestField.IMAGE_URL;
import static dev.venicesim.catalog.RequestField.KEYFRAMES;
import static dev.venicesim.catalog.RequestField.OMNI_REFERENCE_TASK_TYPE;
import static dev.venicesim.catalog.RequestField.PROMPT;
import static dev.venicesim.catalog.RequestField.REFERENCE_AUDIO_URLS;
import static dev.venicesim.catalog.RequestField.REFERENCE_DOCUMENT_URLS;
import static dev.venicesim.catalog.RequestField.REFERENCE_IMAGE_URLS;
import static dev.venicesim.catalog.RequestField.REFERENCE_VIDEO_URLS;
import static dev.venicesim.catalog.RequestField.SCENE_IMAGE_URLS;
import static dev.venicesim.catalog.RequestField.UPSCALE_FACTOR;
import static dev.venicesim.catalog.RequestField.VIDEO_URL;
import static dev.venicesim.validation.FieldRows.accepts;
import static dev.venicesim.validation.FieldRows.refuses;
import static dev.venicesim.validation.FieldRows.requires;
import static dev.venicesim.validation.FieldRows.row;

import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelKind;
import dev.venicesim.catalog.ModelTrait;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.RequestRule.OfField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Rules of models about the media fields of a queue request, and about sound: refused, required, how many. */
final class MediaFieldRules {

    private static final String E08 = "2026-08-21";
    private static final String SEEN = "2026-10-02";

    /** Fields whose refusal is worded after the one recorded for {@code end_image_url}. */
    private static final Set<RequestField> FRAMES = EnumSet.of(IMAGE_URL, END_IMAGE_URL);

    private static final Set<RequestField> REFUSED_BY_NAME = EnumSet.of(
            PROMPT,
            ASPECT_RATIO,
            UPSCALE_FACTOR,
            IMAGE_URL,
            END_IMAGE_URL,
            VIDEO_URL,
            REFERENCE_IMAGE_URLS,
            REFERENCE_VIDEO_URLS,
            REFERENCE_AUDIO_URLS,
            REFERENCE_DOCUMENT_URLS,
            ELEMENTS,
            SCENE_IMAGE_URLS,
            KEYFRAMES,
            OMNI_REFERENCE_TASK_TYPE,
            RequestField.BITRATE_MODE,
            RequestField.CAMERA_TRAJECTORY,
            RequestField.IMAGE_REFERENCES,
            RequestField.VIDEO_REFERENCES,
            RequestField.VOICE_ID,
            RequestField.ENHANCEMENT_MODEL,
            RequestField.TARGET_FPS,
            RequestField.SOFTNESS,
            RequestField.CREATIVITY,
            RequestField.REALISM,
            RequestField.SHARP,
            RequestField.COMPRESSION,
            RequestField.NOISE,
            RequestField.HALO,
            RequestField.GRAIN,
            RequestField.RECOVER_DETAIL,
            RequestField.H264_OUTPUT,
            RequestField.OUTPUT_FORMAT,
            RequestField.SLOWDOWN_FACTOR);

    private static final Set<RequestField> CAPPED =
            EnumSet.of(REFERENCE_IMAGE_URLS, REFERENCE_AUDIO_URLS, REFERENCE_DOCUMENT_URLS, SCENE_IMAGE_URLS, ELEMENTS);

    static final List<OfField> TABLE = table();

    private MediaFieldRules() {}

    private static List<OfField> table() {
        var rows = new ArrayList<OfField>();
        Predicate<Model> framesApart = model -> model.rules().has(ModelTrait.FRAMES_APART);
        FRAMES.forEach(input -> rows.add(row(
                refuses(input).and(framesApart),
                input,
                Narrowings.refused(ViolationTexts.FRAMES_APART),
                new RuleOrigin("no-" + input.field(), "docs/api/validation.md, \"Other families\"", SEEN))));
        REFUSED_BY_NAME.forEach(input -> rows.add(row(
                FRAMES.contains(input) ? refuses(input).and(framesApart.negate()) : refuses(input),
                input,
                Narrowings.refused(refusal(input)),
                new RuleOrigin(
                        "no-" + input.field(), "docs/api/queue.md, \"Fields a model does not support\"", SEEN))));
        sound(rows);
        sources(rows);
        CAPPED.forEach(input -> rows.add(row(
                accepts(input),
                input,
                Narrowings.cap(input, ""),
                new RuleOrigin("max-" + input.field(), "docs/api/validation.md, \"Caps of the families\"", SEEN),
                model -> input + " takes at most " + model.rules().maxItems(input) + " entries")));
        rows.add(row(
                accepts(REFERENCE_VIDEO_URLS),
                REFERENCE_VIDEO_URLS,
                Narrowings.cap(REFERENCE_VIDEO_URLS, ViolationTexts.TOO_MANY_VIDEOS),
                new RuleOrigin(
                        "max-reference_video_urls",
                        "Seedance guide; docs/api/validation.md, \"Limits of Seedance references\"",
                        E08),
                model -> "reference_video_urls takes at most " + model.rules().maxItems(REFERENCE_VIDEO_URLS)
                        + " entries"));
        return List.copyOf(rows);
    }

    private static String refusal(RequestField input) {
        return input == REFERENCE_DOCUMENT_URLS
                ? ViolationTexts.NO_DOCUMENTS
                : ViolationTexts.unsupported(input.field());
    }

    private static void sound(List<OfField> rows) {
        rows.add(row(
                refuses(AUDIO),
                AUDIO,
                Narrowings.refused(ViolationTexts.NO_AUDIO_CONFIGURATION),
                new RuleOrigin("no-audio", "docs/api/queue.md, \"The sound switch\"", SEEN)));
        rows.add(row(
                refuses(AUDIO_URL),
                AUDIO_URL,
                Narrowings.refused(ViolationTexts.NO_AUDIO_INPUT),
                new RuleOrigin("no-audio_url", "docs/api/errors.md, \"Texts of the own rules\"", "2026-07-12")));
    }

    private static void sources(List<OfField> rows) {
        Predicate<Model> frames = model -> model.rules().kind() == ModelKind.IMAGE_TO_VIDEO;
        rows.add(row(
                requires(IMAGE_URL).and(frames),
                IMAGE_URL,
                Narrowings.requiredSaying(ViolationTexts.IMAGE_REQUIRED),
                new RuleOrigin("image_url-required", "docs/api/queue.md, \"Required media\"", "2026-07-12")));
        rows.add(row(
                requires(IMAGE_URL).and(frames.negate()),
                IMAGE_URL,
                Narrowings.requiredSaying(ViolationTexts.required("image_url")),
                new RuleOrigin("image_url-required", "docs/api/queue.md, \"Required media\"; wording ours", SEEN)));
        for (var input : List.of(END_IMAGE_URL, VIDEO_URL)) {
            rows.add(row(
                    requires(input),
                    input,
                    Narrowings.requiredSaying(ViolationTexts.required(input.field())),
                    new RuleOrigin(input + "-required", "docs/api/queue.md, \"Required media\"; wording ours", SEEN)));
        }
    }
}
