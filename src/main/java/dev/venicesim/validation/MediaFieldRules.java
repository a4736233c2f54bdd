package dev.venicesim.validation;

import static dev.venicesim.catalog.Input.ASPECT_RATIO;
import static dev.venicesim.catalog.Input.AUDIO;
import static dev.venicesim.catalog.Input.AUDIO_URL;
import static dev.venicesim.catalog.Input.ELEMENTS;
import static dev.venicesim.catalog.Input.END_IMAGE_URL;
import static dev.venicesim.catalog.Input.IMAGE_URL;
import static dev.venicesim.catalog.Input.KEYFRAMES;
import static dev.venicesim.catalog.Input.OMNI_REFERENCE_TASK_TYPE;
import static dev.venicesim.catalog.Input.PROMPT;
import static dev.venicesim.catalog.Input.REFERENCE_AUDIO_URLS;
import static dev.venicesim.catalog.Input.REFERENCE_DOCUMENT_URLS;
import static dev.venicesim.catalog.Input.REFERENCE_IMAGE_URLS;
import static dev.venicesim.catalog.Input.REFERENCE_VIDEO_URLS;
import static dev.venicesim.catalog.Input.SCENE_IMAGE_URLS;
import static dev.venicesim.catalog.Input.UPSCALE_FACTOR;
import static dev.venicesim.catalog.Input.VIDEO_URL;
import static dev.venicesim.validation.FieldRows.accepts;
import static dev.venicesim.validation.FieldRows.refuses;
import static dev.venicesim.validation.FieldRows.requires;
import static dev.venicesim.validation.FieldRows.row;

import dev.venicesim.catalog.Input;
import dev.venicesim.catalog.Kind;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.Rule.OfField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What models make of the media fields of a queue request, and of sound: refused, required, how many. */
final class MediaFieldRules {

    private static final String E08 = "2026-08-21";
    private static final String SEEN = "2026-10-02";

    /** Fields whose refusal is worded after the one recorded for {@code end_image_url}. */
    private static final Set<Input> REFUSED_BY_NAME = EnumSet.of(
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
            Input.BITRATE_MODE);

    private static final Set<Input> CAPPED =
            EnumSet.of(REFERENCE_IMAGE_URLS, REFERENCE_AUDIO_URLS, REFERENCE_DOCUMENT_URLS, SCENE_IMAGE_URLS, ELEMENTS);

    static final List<OfField> TABLE = table();

    private MediaFieldRules() {}

    private static List<OfField> table() {
        var rows = new ArrayList<OfField>();
        REFUSED_BY_NAME.forEach(input -> rows.add(row(
                refuses(input),
                input,
                Narrowings.refused(ViolationTexts.unsupported(input.field())),
                new Origin("no-" + input.field(), "api-facts 1.3, 11 #31; observed A5", SEEN))));
        sound(rows);
        sources(rows);
        CAPPED.forEach(input -> rows.add(row(
                accepts(input),
                input,
                Narrowings.cap(input, ""),
                new Origin("max-" + input.field(), "api-facts 5.1, 5.3; observed A2", SEEN),
                model -> input + " takes at most " + model.rules().maxItems(input) + " entries")));
        rows.add(row(
                accepts(REFERENCE_VIDEO_URLS),
                REFERENCE_VIDEO_URLS,
                Narrowings.cap(REFERENCE_VIDEO_URLS, ViolationTexts.TOO_MANY_VIDEOS),
                new Origin("max-reference_video_urls", "Seedance guide; api-facts 5.1", E08),
                model -> "reference_video_urls takes at most " + model.rules().maxItems(REFERENCE_VIDEO_URLS)
                        + " entries"));
        return List.copyOf(rows);
    }

    private static void sound(List<OfField> rows) {
        rows.add(row(
                refuses(AUDIO),
                AUDIO,
                Narrowings.refused(ViolationTexts.NO_AUDIO_CONFIGURATION),
                new Origin("no-audio", "observed A5 (recorded); api-facts 11 #43", SEEN)));
        rows.add(row(
                refuses(AUDIO_URL),
                AUDIO_URL,
                Narrowings.refused(ViolationTexts.NO_AUDIO_INPUT),
                new Origin("no-audio_url", "observed A5", "2026-07-12")));
    }

    private static void sources(List<OfField> rows) {
        Predicate<Model> frames = model -> model.rules().kind() == Kind.IMAGE_TO_VIDEO;
        rows.add(row(
                requires(IMAGE_URL).and(frames),
                IMAGE_URL,
                Narrowings.requiredSaying(ViolationTexts.IMAGE_REQUIRED),
                new Origin("image_url-required", "observed A5", "2026-07-12")));
        rows.add(row(
                requires(IMAGE_URL).and(frames.negate()),
                IMAGE_URL,
                Narrowings.requiredSaying(ViolationTexts.required("image_url")),
                new Origin("image_url-required", "observed A2; wording after observed A5", SEEN)));
        for (var input : List.of(END_IMAGE_URL, VIDEO_URL)) {
            rows.add(row(
                    requires(input),
                    input,
                    Narrowings.requiredSaying(ViolationTexts.required(input.field())),
                    new Origin(input + "-required", "observed A2; wording after observed A5", SEEN)));
        }
    }
}
