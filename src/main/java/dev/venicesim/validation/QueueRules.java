package dev.venicesim.validation;

import static dev.venicesim.catalog.Input.ASPECT_RATIO;
import static dev.venicesim.catalog.Input.DURATION;
import static dev.venicesim.catalog.Input.PROMPT;
import static dev.venicesim.catalog.Input.RESOLUTION;
import static dev.venicesim.catalog.Input.UPSCALE_FACTOR;
import static dev.venicesim.validation.FieldRows.accepts;
import static dev.venicesim.validation.FieldRows.duration;
import static dev.venicesim.validation.FieldRows.refuses;
import static dev.venicesim.validation.FieldRows.requires;
import static dev.venicesim.validation.FieldRows.row;

import dev.venicesim.catalog.DurationMode;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.Rule.OfField;
import java.util.ArrayList;
import java.util.List;

/** What models make of the single fields of a queue request, as rows. A later row has the last word about a field. */
final class QueueRules {

    private static final String E08 = "2026-08-21";
    private static final String SEEN = "2026-10-02";

    static final List<OfField> TABLE = table();

    private QueueRules() {}

    private static List<OfField> table() {
        var rows = new ArrayList<OfField>();
        words(rows);
        picture(rows);
        rows.addAll(MediaFieldRules.TABLE);
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
        rows.add(new OfField(
                new Origin("negative-prompt-limit", "OpenAPI negative_prompt: default 2500, more for some models", E08),
                accepts(PROMPT),
                "negative_prompt",
                Narrowings.promptLimit(),
                model -> "negative_prompt has at most " + model.rules().promptLimit() + " characters"));
        rows.add(row(
                duration(DurationMode.LISTED),
                DURATION,
                Narrowings.options(DURATION, true),
                new Origin("duration-listed", "model constraints; api-facts 1.3, 5.1", E08),
                model -> model.options(DURATION).isEmpty()
                        ? "duration is any of the edition's"
                        : "duration is required: " + String.join(", ", model.options(DURATION))));
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
}
