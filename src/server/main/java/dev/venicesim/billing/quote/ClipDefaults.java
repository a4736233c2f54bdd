package dev.venicesim.billing.quote;

import dev.venicesim.api.Verified;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelKind;
import dev.venicesim.catalog.RequestField;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Defaults for what a request leaves open, so that price, renderer and job see the same clip. Fields the model does not
 * take are ignored.
 */
public final class ClipDefaults {

    /** How long a video of unknown length is taken to be; the documents are silent, their examples are 10 s. */
    public static final Duration UNKNOWN_SOURCE = Duration.ofSeconds(10);

    private static final Set<ModelKind> BY_SOURCE =
            EnumSet.of(ModelKind.VIDEO_TO_VIDEO, ModelKind.MOTION_CONTROL, ModelKind.UPSCALE);

    private static final String USUAL_RATIO = "16:9";

    private ClipDefaults() {}

    /** The clip that a model makes of a request. */
    public static QuotedClip of(Model model, PricedInputs inputs) {
        var length = length(model, inputs).multipliedBy(inputs.retiming().slowdown());
        var matched =
                isSourceMatched(model, inputs) && !inputs.referenceVideos().isZero();
        var factor = upscaleFactor(model, inputs);
        return new QuotedClip(
                length,
                matched ? wholeSeconds(length) : billed(model, inputs, length),
                resolution(model, inputs),
                aspectRatio(model, inputs),
                sound(model, inputs),
                scaled(inputs.source().width(), factor),
                scaled(inputs.source().height(), factor),
                inputs.retiming().framesPerSecond());
    }

    /** How long the clip will be at its source's pace: what the request says, what its source is, or the model's default. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/validation.md#source-matching-of-seedance,"
                    + " docs/api/queue.md#durations-that-follow-the-source")
    static Duration length(Model model, PricedInputs inputs) {
        var source = inputs.source().length();
        if (model.rules().durationMode() != DurationMode.LISTED) {
            return source.isZero() ? seconds(inputs.duration()).orElse(UNKNOWN_SOURCE) : source;
        }
        if (isSourceMatched(model, inputs) && !inputs.referenceVideos().isZero()) {
            return inputs.referenceVideos();
        }
        return seconds(inputs.duration()).orElseGet(() -> usualLength(model));
    }

    /** How much is paid for of a clip: what it is made of, where that is a video of known length. */
    @Verified(on = "2026-09-28", source = "docs/api/edition-2026-10-02.md#prices-that-follow-the-source")
    private static Duration billed(Model model, PricedInputs inputs, Duration length) {
        var source = inputs.source().length();
        return !BY_SOURCE.contains(model.rules().kind()) || source.isZero()
                ? length
                : source.multipliedBy(inputs.retiming().slowdown());
    }

    /**
     * The resolution the clip will have: the request's if the model lists it, else the model's default; empty if the
     * model has none.
     */
    static String resolution(Model model, PricedInputs inputs) {
        var listed = model.options(RequestField.RESOLUTION);
        return listed.contains(inputs.resolution())
                ? inputs.resolution()
                : model.rules().defaultOf(RequestField.RESOLUTION).orElse("");
    }

    /**
     * The ratio the clip will have: the request's, else the model's default, else its source's, else 16:9 or the first
     * the model lists.
     */
    static String aspectRatio(Model model, PricedInputs inputs) {
        var listed = model.constraints().aspectRatios();
        var asked = inputs.aspectRatio();
        if (isRatio(asked) && listed.contains(asked)) {
            return asked;
        }
        var source = inputs.source();
        var matchesSource = listed.isEmpty() || (!asked.isEmpty() && !isRatio(asked));
        if (matchesSource && source.width() > 0 && source.height() > 0) {
            return source.width() + ":" + source.height();
        }
        return model.rules().defaultOf(RequestField.ASPECT_RATIO).orElseGet(() -> usualRatio(listed));
    }

    /**
     * The ratio the price may depend on: the request's, if the model lists it; empty for none and for one that follows
     * the source.
     */
    static String askedRatio(Model model, PricedInputs inputs) {
        var asked = inputs.aspectRatio();
        return isRatio(asked) && model.constraints().aspectRatios().contains(asked) ? asked : "";
    }

    /** Whether the clip will have sound. */
    static boolean sound(Model model, PricedInputs inputs) {
        var audio = model.constraints().audio();
        return audio.generated() && (!audio.configurable() || inputs.audio());
    }

    private static String usualRatio(List<String> listed) {
        return listed.contains(USUAL_RATIO)
                ? USUAL_RATIO
                : listed.stream().filter(ClipDefaults::isRatio).findFirst().orElse(USUAL_RATIO);
    }

    /** Whether a literal is a ratio; {@code auto} and {@code adaptive} are none. */
    private static boolean isRatio(String literal) {
        return literal.indexOf(':') > 0;
    }

    private static Duration usualLength(Model model) {
        return model.rules()
                .defaultOf(RequestField.DURATION)
                .or(() -> model.constraints().durations().stream().findFirst())
                .flatMap(ClipDefaults::seconds)
                .orElse(UNKNOWN_SOURCE);
    }

    private static boolean isSourceMatched(Model model, PricedInputs inputs) {
        return model.rules().sourceMatched(RequestField.DURATION).contains(inputs.duration());
    }

    private static int upscaleFactor(Model model, PricedInputs inputs) {
        if (model.rules().kind() != ModelKind.UPSCALE) {
            return 0;
        }
        var usual = model.rules().defaultOf(RequestField.UPSCALE_FACTOR).map(Integer::valueOf);
        return inputs.upscaleFactor() > 0 ? inputs.upscaleFactor() : usual.orElse(1);
    }

    private static int scaled(int pixels, int factor) {
        return (int) Math.min(Integer.MAX_VALUE, (long) pixels * factor);
    }

    /** {@code 8s}, or {@code 12.5} as upscalers take it; nothing for {@code Auto}, {@code -1} and the like. */
    private static Optional<Duration> seconds(String literal) {
        var digits = literal.endsWith("s") ? literal.substring(0, literal.length() - 1) : literal;
        if (digits.isEmpty()
                || digits.length() > 9
                || !digits.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.ofNanos(
                            new BigDecimal(digits).movePointRight(9).longValueExact()))
                    .map(SourceMedia::bounded)
                    .filter(length -> !length.isZero());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Duration wholeSeconds(Duration length) {
        return Duration.ofSeconds(length.plusNanos(999_999_999).toSeconds());
    }
}
