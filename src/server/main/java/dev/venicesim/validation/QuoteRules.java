package dev.venicesim.validation;

import static dev.venicesim.catalog.RequestField.ASPECT_RATIO;
import static dev.venicesim.catalog.RequestField.DURATION;
import static dev.venicesim.catalog.RequestField.REFERENCE_IMAGE_URLS;
import static dev.venicesim.catalog.RequestField.REFERENCE_VIDEO_URLS;
import static dev.venicesim.catalog.RequestField.RESOLUTION;
import static dev.venicesim.catalog.RequestField.UPSCALE_FACTOR;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelKind;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.error.ViolationPath;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.RequestRule.AcrossFields;
import dev.venicesim.validation.RequestRule.OfField;
import dev.venicesim.validation.RequestRule.Report;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules of models about a quote request: as little as the price needs. Fields a model lacks are ignored, not refused.
 */
final class QuoteRules {

    static final String TOTAL = "reference_video_total_duration";
    static final String COUNT = "reference_image_count";

    private static final String SEEN = "2026-10-02";
    private static final RuleOrigin LENIENT =
            new RuleOrigin("quote-ignores", "docs/api/quote.md, \"Fields that quote ignores\"", SEEN);

    /** Fields that a model which lacks them ignores. */
    private static final Set<RequestField> OPTIONAL = Set.of(
            ASPECT_RATIO,
            RESOLUTION,
            UPSCALE_FACTOR,
            RequestField.AUDIO,
            RequestField.VIDEO_URL,
            RequestField.ENHANCEMENT_MODEL,
            RequestField.TARGET_FPS,
            RequestField.SLOWDOWN_FACTOR);

    static final List<OfField> TABLE = Stream.concat(
                    OPTIONAL.stream()
                            .map(input -> new OfField(
                                    LENIENT,
                                    model -> !model.rules().accepts(input) && !isFactor(input, model),
                                    input.field(),
                                    Narrowings.ignored(),
                                    model -> input + " is ignored")),
                    Stream.of(
                            new OfField(
                                    new RuleOrigin(
                                            "quote-duration",
                                            "OpenAPI;" + " docs/api/quote.md, \"Literals named for a missing field\"",
                                            SEEN),
                                    model -> model.rules().durationMode() == DurationMode.LISTED,
                                    DURATION.field(),
                                    Narrowings.options(DURATION, true),
                                    model -> "duration is required: " + model.options(DURATION)),
                            new OfField(
                                    new RuleOrigin(
                                            "quote-source-duration",
                                            "docs/api/disagreements.md, \"Quote duration for upscales\"",
                                            "2026-08-21"),
                                    model -> model.rules().durationMode() != DurationMode.LISTED,
                                    DURATION.field(),
                                    Narrowings.anyText(),
                                    model -> "duration is ignored: the source decides"),
                            EnhancementRules.words(RequestField.ENHANCEMENT_MODEL),
                            optional(ASPECT_RATIO),
                            optional(RESOLUTION),
                            new OfField(
                                    new RuleOrigin(
                                            "quote-upscale-factor",
                                            "docs/api/quote.md, \"Quote of an upscale\"",
                                            "2026-08-21"),
                                    model -> model.rules().accepts(UPSCALE_FACTOR),
                                    UPSCALE_FACTOR.field(),
                                    Narrowings.factors(),
                                    model -> "upscale_factor is one of " + model.options(UPSCALE_FACTOR)),
                            new OfField(
                                    new RuleOrigin(
                                            "quote-needs-clip",
                                            "docs/api/edition-2026-10-02.md#quotes-that-need-the-clip",
                                            SEEN),
                                    model -> model.rules().requires(RequestField.VIDEO_URL),
                                    RequestField.VIDEO_URL.field(),
                                    Narrowings.requiredSaying(ViolationTexts.required(RequestField.VIDEO_URL.field())),
                                    model -> "video_url is required"),
                            new OfField(
                                    new RuleOrigin(
                                            "quote-reference-total",
                                            "docs/api/quote.md, \"Reference totals in a quote\"",
                                            SEEN),
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
                                    new RuleOrigin(
                                            "quote-reference-count",
                                            "docs/api/quote.md, \"Reference counts in a quote\"",
                                            SEEN),
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

    static final List<AcrossFields> ACROSS = List.of(
            new AcrossFields(
                    new RuleOrigin(
                            "quote-source-matched", "OpenAPI; docs/api/quote.md, \"Source matched quotes\"", SEEN),
                    model -> !model.rules().sourceMatched().isEmpty(),
                    QuoteRules::sourceMatched,
                    model -> "a source-matched duration or aspect_ratio needs " + TOTAL),
            new AcrossFields(
                    new RuleOrigin("quote-with-output", "docs/api/edition-2026-10-02.md#rules-of-wan", SEEN),
                    model -> withOutput(model) > 0,
                    QuoteRules::withOutput,
                    model -> TOTAL + " and duration are at most " + withOutput(model) + " seconds together"));

    private QuoteRules() {}

    /** Of an upscale, {@code resolution} is the old name of its factor, and one of the schema's words. */
    private static boolean isFactor(RequestField input, Model model) {
        return input == RESOLUTION && model.rules().kind() == ModelKind.UPSCALE;
    }

    private static OfField optional(RequestField input) {
        return new OfField(
                new RuleOrigin(
                        "quote-" + input.field(),
                        "docs/api/disagreements.md, \"Unsupported values in a quote\"",
                        "2026-08-21"),
                model -> model.rules().accepts(input),
                input.field(),
                (property, model, rule) -> Narrowings.options(
                                input, model.rules().quoteNeeds().contains(input))
                        .apply(property, model, rule),
                model -> input
                        + (model.rules().quoteNeeds().contains(input) ? " is required: " : " is one of ")
                        + model.options(input));
    }

    private static int maxTotal(Model model) {
        return model.rules().limits().referenceVideos().totalSeconds();
    }

    private static int withOutput(Model model) {
        return model.rules().limits().referenceVideos().withOutputSeconds();
    }

    private static void withOutput(JsonNode body, Model model, Report report) {
        var output = RequestedClip.seconds(body.path(DURATION.field()).asText());
        var together = body.path(TOTAL).decimalValue().add(BigDecimal.valueOf(output));
        if (together.compareTo(BigDecimal.valueOf(withOutput(model))) > 0) {
            report.add(ViolationPath.of(TOTAL), ViolationTexts.tooLongTogether(withOutput(model)));
        }
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
