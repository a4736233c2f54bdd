package dev.venicesim.validation;

import static dev.venicesim.catalog.RequestField.ASPECT_RATIO;
import static dev.venicesim.catalog.RequestField.DURATION;
import static dev.venicesim.catalog.RequestField.PROMPT;
import static dev.venicesim.catalog.RequestField.RESOLUTION;
import static dev.venicesim.catalog.RequestField.UPSCALE_FACTOR;
import static dev.venicesim.validation.FieldRows.accepts;
import static dev.venicesim.validation.FieldRows.duration;
import static dev.venicesim.validation.FieldRows.refuses;
import static dev.venicesim.validation.FieldRows.requires;
import static dev.venicesim.validation.FieldRows.row;

import dev.venicesim.catalog.DurationMode;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.RequestRule.OfField;
import java.util.ArrayList;
import java.util.List;

/** Rules of models about the single fields of a queue request, as rows. A later row has the last word about a field. */
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
        rows.addAll(EnhancementRules.TABLE);
        return List.copyOf(rows);
    }

    private static void words(List<OfField> rows) {
        rows.add(row(
                requires(PROMPT),
                PROMPT,
                Narrowings.required(),
                new RuleOrigin("prompt-required", "OpenAPI; docs/api/queue.md, \"The prompt\"", E08),
                model -> "prompt is required"));
        rows.add(row(
                accepts(PROMPT),
                PROMPT,
                Narrowings.promptLimit(),
                new RuleOrigin(
                        "prompt-limit", "model constraints; docs/api/queue.md, \"Prompt limits of models\"", E08),
                model -> "prompt has at most " + model.rules().promptLimit() + " characters"));
        rows.add(new OfField(
                new RuleOrigin(
                        "negative-prompt-limit", "OpenAPI negative_prompt: default 2500, more for some models", E08),
                model -> true,
                "negative_prompt",
                Narrowings.promptLimit(),
                model -> "negative_prompt has at most " + model.rules().promptLimit() + " characters"));
        rows.add(row(
                duration(DurationMode.LISTED),
                DURATION,
                Narrowings.options(DURATION, true),
                new RuleOrigin("duration-listed", "model constraints; docs/api/queue.md, \"Lists of durations\"", E08),
                model -> model.options(DURATION).isEmpty()
                        ? "duration is any of the edition's"
                        : "duration is required: " + String.join(", ", model.options(DURATION))));
        rows.add(row(
                duration(DurationMode.FROM_SOURCE),
                DURATION,
                Narrowings.options(DURATION, false),
                new RuleOrigin("duration-from-source", "docs/api/queue.md, \"Durations that follow the source\"", E08),
                model -> "duration follows the source: leave it out or send " + model.options(DURATION)));
        rows.add(row(
                duration(DurationMode.IGNORED),
                DURATION,
                Narrowings.anyText(),
                new RuleOrigin(
                        "duration-ignored", "upscaling guide; docs/api/queue.md, \"Durations of upscalers\"", E08),
                model -> "duration is ignored: the source decides"));
    }

    private static void picture(List<OfField> rows) {
        rows.add(row(
                accepts(ASPECT_RATIO),
                ASPECT_RATIO,
                (property, model, rule) -> Narrowings.options(
                                ASPECT_RATIO, model.rules().requires(ASPECT_RATIO))
                        .apply(property, model, rule),
                new RuleOrigin("aspect-ratio-listed", "model constraints; docs/api/queue.md, \"Ratios\"", E08),
                model -> "aspect_ratio is " + (model.rules().requires(ASPECT_RATIO) ? "required: " : "one of: ")
                        + String.join(", ", model.options(ASPECT_RATIO))));
        rows.add(row(
                accepts(RESOLUTION),
                RESOLUTION,
                Narrowings.options(RESOLUTION, false),
                new RuleOrigin("resolution-listed", "model constraints; docs/api/queue.md, \"Resolutions\"", E08),
                model -> "resolution is one of: " + String.join(", ", model.options(RESOLUTION))));
        rows.add(row(
                refuses(RESOLUTION).and(accepts(UPSCALE_FACTOR).negate()),
                RESOLUTION,
                Narrowings.refused(ViolationTexts.unsupported("resolution")),
                new RuleOrigin("no-resolution", "docs/api/queue.md, \"Resolutions\"", SEEN)));
        rows.add(row(
                refuses(RESOLUTION).and(accepts(UPSCALE_FACTOR)),
                RESOLUTION,
                Narrowings.refused(ViolationTexts.USE_UPSCALE_FACTOR),
                new RuleOrigin(
                        "upscale-no-resolution", "upscaling guide; docs/api/queue.md, \"Upscale factor\"", E08)));
        rows.add(row(
                accepts(UPSCALE_FACTOR),
                UPSCALE_FACTOR,
                Narrowings.factors(),
                new RuleOrigin("upscale-factor", "upscaling guide; docs/api/queue.md, \"Upscale factor\"", E08),
                model -> "upscale_factor is one of " + model.options(UPSCALE_FACTOR)));
    }
}
