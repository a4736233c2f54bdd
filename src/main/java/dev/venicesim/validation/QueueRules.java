package dev.venicesim.validation;

import static dev.venicesim.catalog.Input.ASPECT_RATIO;
import static dev.venicesim.catalog.Input.AUDIO;
import static dev.venicesim.catalog.Input.AUDIO_URL;
import static dev.venicesim.catalog.Input.DURATION;
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
import static dev.venicesim.catalog.Input.RESOLUTION;
import static dev.venicesim.catalog.Input.SCENE_IMAGE_URLS;
import static dev.venicesim.catalog.Input.UPSCALE_FACTOR;
import static dev.venicesim.catalog.Input.VIDEO_URL;

import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Input;
import dev.venicesim.catalog.Kind;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.Rule.Narrowing;
import dev.venicesim.validation.Rule.OfField;
import dev.venicesim.validation.Rule.Origin;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What models make of the single fields of a queue request, as rows. A later row has the last word about a field. */
final class QueueRules {

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

    private QueueRules() {}

    private static List<OfField> table() {
        var rows = new ArrayList<OfField>();
        words(rows);
        picture(rows);
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

    private static void words(List<OfField> rows) {
        rows.add(row(
                requires(PROMPT),
                PROMPT,
                Narrowings.required(),
                new Origin("prompt-required", "OpenAPI; api-facts 11 #38", E08),
                model -> "prompt is required"));
        rows.add(row(
                accepts(PROMPT),
                PROMPT,
                Narrowings.promptLimit(),
                new Origin("prompt-limit", "model constraints; api-facts 1.3, 11 #39", E08),
                model -> "prompt has at most " + model.rules().promptLimit() + " characters"));
        rows.add(row(
                duration(DurationMode.LISTED),
                DURATION,
                Narrowings.options(DURATION, true),
                new Origin("duration-listed", "model constraints; api-facts 1.3, 5.1", E08),
                model -> "duration is required: " + String.join(", ", model.options(DURATION))));
        rows.add(row(
                duration(DurationMode.FROM_SOURCE),
                DURATION,
                Narrowings.options(DURATION, false),
                new Origin("duration-from-source", "api-facts 11 #4 #27", E08),
                model -> "duration follows the source: leave it out or send " + model.options(DURATION)));
        rows.add(row(
                duration(DurationMode.IGNORED),
                DURATION,
                Narrowings.anyText(),
                new Origin("duration-ignored", "upscaling guide; api-facts 5.2, 11 #3", E08),
                model -> "duration is ignored: the source decides"));
    }

    private static void picture(List<OfField> rows) {
        rows.add(row(
                accepts(ASPECT_RATIO),
                ASPECT_RATIO,
                (property, model, rule) -> Narrowings.options(
                                ASPECT_RATIO, model.rules().requires(ASPECT_RATIO))
                        .apply(property, model, rule),
                new Origin("aspect-ratio-listed", "model constraints; api-facts 1.3", E08),
                model -> "aspect_ratio is " + (model.rules().requires(ASPECT_RATIO) ? "required: " : "one of: ")
                        + String.join(", ", model.options(ASPECT_RATIO))));
        rows.add(row(
                accepts(RESOLUTION),
                RESOLUTION,
                Narrowings.options(RESOLUTION, false),
                new Origin("resolution-listed", "model constraints; api-facts 11 #29 #40", E08),
                model -> "resolution is one of: " + String.join(", ", model.options(RESOLUTION))));
        rows.add(row(
                refuses(RESOLUTION).and(accepts(UPSCALE_FACTOR).negate()),
                RESOLUTION,
                Narrowings.refused(ViolationTexts.unsupported("resolution")),
                new Origin("no-resolution", "observed A2", SEEN)));
        rows.add(row(
                refuses(RESOLUTION).and(accepts(UPSCALE_FACTOR)),
                RESOLUTION,
                Narrowings.refused(ViolationTexts.USE_UPSCALE_FACTOR),
                new Origin("upscale-no-resolution", "upscaling guide; api-facts 1.3, 5.2", E08)));
        rows.add(row(
                accepts(UPSCALE_FACTOR),
                UPSCALE_FACTOR,
                Narrowings.factors(),
                new Origin("upscale-factor", "upscaling guide; api-facts 5.2", E08),
                model -> "upscale_factor is one of " + model.options(UPSCALE_FACTOR)));
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

    /** A row whose words are those the client reads, said of the model. */
    private static OfField row(Predicate<Model> when, Input input, Narrowing narrowing, Origin origin) {
        var required = origin.id().endsWith("-required");
        return row(when, input, narrowing, origin, model -> input + (required ? " is required" : " is refused"));
    }

    private static OfField row(
            Predicate<Model> when, Input input, Narrowing narrowing, Origin origin, Function<Model, String> says) {
        return new OfField(origin, when, input.field(), narrowing, says);
    }

    private static Predicate<Model> accepts(Input input) {
        return model -> model.rules().accepts(input);
    }

    private static Predicate<Model> refuses(Input input) {
        return accepts(input).negate();
    }

    private static Predicate<Model> requires(Input input) {
        return model -> model.rules().requires(input);
    }

    private static Predicate<Model> duration(DurationMode mode) {
        return model -> model.rules().durationMode() == mode;
    }
}
