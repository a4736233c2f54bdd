package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Verified;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.error.ViolationPath;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** Reader that turns bodies that were found right into values. */
final class RequestReader {

    private static final BigDecimal MOST_PIXELS = BigDecimal.valueOf(1_000_000);

    private RequestReader() {}

    static QueueRequest queue(JsonNode body, Model model) {
        return new QueueRequest(
                model,
                body.path(RequestField.PROMPT.field()).asText(),
                clip(body, model),
                MediaReader.read(body),
                body.path("consents").has("seedance"),
                text(body, RequestField.OMNI_REFERENCE_TASK_TYPE)
                        .filter(type -> model.rules().accepts(RequestField.OMNI_REFERENCE_TASK_TYPE)),
                body.path(RequestField.BITRATE_MODE.field()).asText().equals("high"),
                elementWithBoth(body.path(RequestField.ELEMENTS.field())));
    }

    private static boolean elementWithBoth(JsonNode elements) {
        for (var element : elements) {
            var pictures =
                    CrossRules.given(element, "frontal_image_url") || CrossRules.given(element, "reference_image_urls");
            if (pictures && CrossRules.given(element, "video_url")) {
                return true;
            }
        }
        return false;
    }

    static QuoteRequest quote(JsonNode body, Model model) {
        var rules = model.rules();
        var total = body.path(QuoteRules.TOTAL);
        var height = body.path("input_height");
        var count = body.path(QuoteRules.COUNT);
        var video = text(body, RequestField.VIDEO_URL)
                .filter(url -> rules.accepts(RequestField.VIDEO_URL))
                .map(url -> new MediaInput(MediaRole.VIDEO, ViolationPath.of(RequestField.VIDEO_URL.field()), url));
        return new QuoteRequest(
                model,
                clip(body, model),
                video,
                total.isNumber() && rules.accepts(RequestField.REFERENCE_VIDEO_URLS)
                        ? Optional.of(total.decimalValue())
                        : Optional.empty(),
                height.isNumber() ? OptionalInt.of(pixels(height)) : OptionalInt.empty(),
                count.isNumber() && rules.accepts(RequestField.REFERENCE_IMAGE_URLS) ? count.asInt() : 1);
    }

    static RetrieveRequest retrieve(JsonNode body) {
        var delete = body.path("delete_media_on_completion").asBoolean(false);
        return new RetrieveRequest(text(body, "model"), body.path("queue_id").asText(), delete);
    }

    static CompleteRequest complete(JsonNode body) {
        return new CompleteRequest(text(body, "model"), body.path("queue_id").asText());
    }

    static TranscriptionRequest transcription(JsonNode body) {
        return new TranscriptionRequest(
                body.path("url").asText(), body.path("response_format").asText().equals("text"));
    }

    private static int pixels(JsonNode height) {
        return height.decimalValue().min(MOST_PIXELS).intValue();
    }

    private static RequestedClip clip(JsonNode body, Model model) {
        return new RequestedClip(
                duration(body, model),
                orDefault(body, model, RequestField.RESOLUTION),
                orDefault(body, model, RequestField.ASPECT_RATIO),
                body.path(RequestField.AUDIO.field()).asBoolean(true),
                model.rules().accepts(RequestField.UPSCALE_FACTOR)
                        ? OptionalInt.of(factor(body, model))
                        : OptionalInt.empty(),
                whole(body, model, RequestField.SLOWDOWN_FACTOR),
                whole(body, model, RequestField.TARGET_FPS));
    }

    /** What the request says, or what its {@code resolution} does ({@code 4x}), which queue refuses. */
    @Verified(on = "2026-10-02", source = "docs/api/quote.md#quote-of-an-upscale")
    private static int factor(JsonNode body, Model model) {
        var factor = body.path(RequestField.UPSCALE_FACTOR.field());
        return factor.isNumber()
                ? factor.asInt()
                : model.rules().limits().upscale().factors().stream()
                        .filter(one -> body.path(RequestField.RESOLUTION.field())
                                .asText()
                                .equals(one + "x"))
                        .findFirst()
                        .orElseGet(() -> model.rules()
                                .defaultOf(RequestField.UPSCALE_FACTOR)
                                .map(Integer::parseInt)
                                .orElse(2));
    }

    private static OptionalInt whole(JsonNode body, Model model, RequestField input) {
        var value = body.path(input.field());
        return value.isNumber() && model.rules().accepts(input) ? OptionalInt.of(value.asInt()) : OptionalInt.empty();
    }

    private static Optional<String> duration(JsonNode body, Model model) {
        return model.rules().durationMode() == DurationMode.LISTED
                ? text(body, RequestField.DURATION)
                : Optional.empty();
    }

    private static Optional<String> orDefault(JsonNode body, Model model, RequestField input) {
        if (!model.rules().accepts(input)) {
            return Optional.empty();
        }
        return text(body, input).or(() -> model.rules().defaultOf(input));
    }

    private static Optional<String> text(JsonNode body, RequestField input) {
        return text(body, input.field());
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.ofNullable(body.path(field).textValue());
    }
}
