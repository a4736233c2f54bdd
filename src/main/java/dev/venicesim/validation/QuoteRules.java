package dev.venicesim.validation;

import static dev.venicesim.catalog.Input.ASPECT_RATIO;
import static dev.venicesim.catalog.Input.DURATION;
import static dev.venicesim.catalog.Input.REFERENCE_IMAGE_URLS;
import static dev.venicesim.catalog.Input.REFERENCE_VIDEO_URLS;
import static dev.venicesim.catalog.Input.RESOLUTION;
import static dev.venicesim.catalog.Input.UPSCALE_FACTOR;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Input;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.ViolationPath;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.Rule.AcrossFields;
import dev.venicesim.validation.Rule.OfField;
import dev.venicesim.validation.Rule.Report;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What models make of a quote request: as little as the price needs. Fields a model lacks are ignored, not refused. */
final class QuoteRules {

    static final String TOTAL = "reference_video_total_duration";
    static final String COUNT = "reference_image_count";

    private static final String SEEN = "2026-10-02";
    private static final Origin LENIENT = new Origin("quote-ignores", "observed A1; api-facts 11 #29", SEEN);

    /** Fields that a model which lacks them ignores. */
    private static final Set<Input> OPTIONAL =
            Set.of(ASPECT_RATIO, RESOLUTION, UPSCALE_FACTOR, Input.AUDIO, Input.VIDEO_URL);

    static final List<OfField> TABLE = Stream.concat(
                    OPTIONAL.stream()
                            .map(input -> new OfField(
                                    LENIENT,
                                    model -> !model.rules().accepts(input),
                                    input.field(),
                                    Narrowings.ignored(),
                                    model -> input + " is ignored")),
                    Stream.of(
                            new OfField(
                                    new Origin("quote-duration", "OpenAPI; observed A1; api-facts 1.2", SEEN),
                                    model -> model.rules().durationMode() == DurationMode.LISTED,
                                    DURATION.field(),
                                    Narrowings.options(DURATION, true),
                                    model -> "duration is required: " + model.options(DURATION)),
                            new OfField(
                                    new Origin("quote-source-duration", "api-facts 11 #3 #27", "2026-08-21"),
                                    model -> model.rules().durationMode() != DurationMode.LISTED,
                                    DURATION.field(),
                                    Narrowings.anyText(),
                                    model -> "duration is ignored: the source decides"),
                            optional(ASPECT_RATIO),
                            optional(RESOLUTION),
                            new OfField(
                                    new Origin("quote-upscale-factor", "api-facts 1.2, 5.2", "2026-08-21"),
                                    model -> model.rules().accepts(UPSCALE_FACTOR),
                                    UPSCALE_FACTOR.field(),
                                    Narrowings.factors(),
                                    model -> "upscale_factor is one of " + model.options(UPSCALE_FACTOR)),
                            new OfField(
                                    new Origin("quote-reference-total", "observed A1; api-facts 11 #36", SEEN),
                                    model -> model.rules().accepts(REFERENCE_VIDEO_URLS),
                                    TOTAL,
                                    Narrowings.atMost(QuoteRules::maxTotal),
                                    model -> TOTAL + " is at most "
                                            + (maxTotal(model) > 0 ? maxTotal(model) : "the edition's cap")),
                            new OfField(
                                    LENIENT,
                                    model -> !model.rules().accepts(REFERENCE_VIDEO_URLS),
                                    TOTAL,
                                    Narrowings.ignored(),
                                    model -> TOTAL + " is ignored"),
                            new OfField(
                                    new Origin("quote-reference-count", "observed A1", SEEN),
                                    model -> model.rules().accepts(REFERENCE_IMAGE_URLS),
                                    COUNT,
                                    Narrowings.atMost(model -> model.rules().maxItems(REFERENCE_IMAGE_URLS)),
                                    model -> COUNT + " is at most "
                                            + model.rules().maxItems(REFERENCE_IMAGE_URLS)),
                            new OfField(
                                    LENIENT,
                                    model -> !model.rules().accepts(REFERENCE_IMAGE_URLS),
                                    COUNT,
                                    Narrowings.ignored(),
                                    model -> COUNT + " is ignored")))
            .toList();

    static final List<AcrossFields> ACROSS = List.of(new AcrossFields(
            new Origin("quote-source-matched", "OpenAPI; observed A1; api-facts 5.1", SEEN),
            model -> !model.rules().sourceMatched().isEmpty(),
            QuoteRules::sourceMatched,
            model -> "a source-matched duration or aspect_ratio needs " + TOTAL));

    private QuoteRules() {}

    private static OfField optional(Input input) {
        return new OfField(
                new Origin("quote-" + input.field(), "api-facts 1.2, 11 #29", "2026-08-21"),
                model -> model.rules().accepts(input),
                input.field(),
                Narrowings.options(input, false),
                model -> input + " is one of " + model.options(input));
    }

    private static int maxTotal(Model model) {
        return model.rules().limits().referenceVideos().totalSeconds();
    }

    private static void sourceMatched(JsonNode body, Model model, Report report) {
        for (var input : List.of(DURATION, ASPECT_RATIO)) {
            var value = body.path(input.field()).asText();
            if (!model.rules().sourceMatched(input).contains(value)) {
                continue;
            }
            if (!body.has(TOTAL)) {
                report.add(ViolationPath.of(TOTAL), ViolationTexts.neededFor(TOTAL, input.field(), value));
            } else if (input == DURATION) {
                sourceLength(body.get(TOTAL), model, report);
            }
        }
    }

    /** A clip cannot be shorter or longer than the model's listed durations. */
    private static void sourceLength(JsonNode total, Model model, Report report) {
        var bounds = model.constraints().durations().stream()
                .filter(literal -> literal.endsWith("s"))
                .mapToInt(literal -> Integer.parseInt(literal.substring(0, literal.length() - 1)))
                .summaryStatistics();
        var seconds = total.decimalValue();
        if (seconds.doubleValue() < bounds.getMin() || seconds.doubleValue() > bounds.getMax()) {
            report.add(ViolationPath.of(TOTAL), ViolationTexts.sourceOutside(bounds.getMin(), bounds.getMax()));
        }
    }
}
