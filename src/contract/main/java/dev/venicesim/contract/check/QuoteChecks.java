package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;
import static dev.venicesim.contract.check.Requirement.observed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Checks of quotes. */
final class QuoteChecks {

    static final String PLAIN = "text-to-video model with ratios, resolutions and durations";
    private static final Consumer<ObjectNode> AS_IT_IS = body -> {};

    private QuoteChecks() {}

    static List<Check> all() {
        return Stream.of(prices(), durations(), refusals(), models())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Check> prices() {
        return List.of(
                Check.free(
                        "quote.number",
                        documented("A quote is one number of dollars", "docs/api/quote.md, \"One number of dollars\""),
                        ExchangeScript.of(PLAIN, CheckRequests.plainQuote(AS_IT_IS), price())),
                Check.free(
                        "quote.whole-cents",
                        observed("Quotes come in whole cents", "docs/api/quote.md, \"Whole cents\""),
                        ExchangeScript.of(
                                PLAIN,
                                CheckRequests.plainQuote(AS_IT_IS),
                                Expectation.status(200)
                                        .where("/quote", "at most two decimals", QuoteChecks::wholeCents))),
                Check.free(
                        "quote.again",
                        documented("The same quote is the same price", "docs/api/quote.md, \"One number of dollars\""),
                        QuoteSeries::again),
                Check.free(
                        "quote.longer",
                        observed(
                                "A longer video costs more, and one of more lines no less",
                                "docs/api/money-and-prices.md, \"Prices that were seen\""),
                        QuoteSeries::longer),
                Check.free(
                        "quote.unused-fields",
                        documented(
                                "Fields a quote has no use for are ignored",
                                "docs/api/quote.md, \"Fields that quote ignores\""),
                        ExchangeScript.of(
                                PLAIN,
                                CheckRequests.plainQuote(body ->
                                        body.put("prompt", "quote").put("image_url", "https://example.com/a.png")),
                                price())),
                Check.free(
                        "quote.default-shape",
                        observed(
                                "Ratio and resolution may be left out",
                                "docs/api/quote.md, \"Defaults of ratio and resolution\""),
                        ExchangeScript.of(
                                PLAIN,
                                CheckRequests.plainQuote(body -> body.remove(List.of("aspect_ratio", "resolution"))),
                                price())),
                Check.free(
                        "quote.ratio-not-needed",
                        documented(
                                "A ratio is taken even where queue refuses one",
                                "docs/api/quote.md, \"Fields that quote ignores\""),
                        ExchangeScript.of(
                                "image-to-video model without ratios",
                                session -> session.sample()
                                        .withoutRatios()
                                        .map(model ->
                                                CheckRequests.quote(ModelSample.pricing(ModelSample.smallest(model))
                                                        .put("aspect_ratio", "16:9"))),
                                price())));
    }

    private static List<Check> durations() {
        return List.of(
                Check.free(
                        "quote.missing-duration",
                        observed(
                                "A missing duration names the model's literals",
                                "docs/api/quote.md, \"Literals named for a missing field\""),
                        ExchangeScript.of(
                                        PLAIN,
                                        CheckRequests.plainQuote(body -> body.remove("duration")),
                                        QuoteChecks::missingDuration)
                                .byOwner()),
                Check.free(
                        "quote.bad-duration",
                        observed("A duration off the model's list is an enum error", "docs/api/errors.md, \"Issues\""),
                        ExchangeScript.of(
                                        PLAIN,
                                        CheckRequests.plainQuote(
                                                body -> body.put("duration", CheckRequests.NO_DURATION)),
                                        Expectation.detailed().text("/issues/0/code", "invalid_enum_value"))
                                .byOwner()),
                Check.free(
                        "quote.duration-type",
                        observed("A duration that is a number is a type error", "docs/api/errors.md, \"Issues\""),
                        ExchangeScript.of(
                                        PLAIN,
                                        CheckRequests.plainQuote(body -> body.put("duration", 5)),
                                        Expectation.status(400).schema("error-detailed"))
                                .byOwner()),
                Check.free(
                        "quote.bare-seconds",
                        documented(
                                "A duration without its s is refused",
                                "docs/api/disagreements.md, \"Durations without a unit\""),
                        ExchangeScript.of(
                                        PLAIN,
                                        CheckRequests.plainQuote(QuoteChecks::withoutUnit),
                                        Expectation.detailed().text("/issues/0/code", "invalid_enum_value"))
                                .or(ApiQuirk.BARE_SECONDS, "accept", price())
                                .byOwner(),
                        ApiQuirk.BARE_SECONDS));
    }

    private static List<Check> refusals() {
        return List.of(
                Check.free(
                        "quote.unknown-model",
                        documented("An unlisted model is not found", "docs/api/disagreements.md, \"Unknown models\""),
                        ExpectedRefusals.unknownModel(CheckRequests.quote(Json.object()
                                        .put("model", CheckRequests.NO_MODEL)
                                        .put("duration", "5s")))
                                .byOwner(),
                        ApiQuirk.UNKNOWN_MODEL),
                Check.free(
                        "quote.missing-model",
                        documented("A model is needed", "docs/api/quote.md, \"Fields of a quote\""),
                        ExchangeScript.of(
                                        CheckRequests.quote(Json.object().put("duration", "5s")),
                                        Expectation.status(400).schema("error-detailed"))
                                .or(ApiQuirk.MISSING_MODEL, "plain", Expectation.error(400, "model is required"))
                                .or(
                                        ApiQuirk.MISSING_MODEL,
                                        "lenient",
                                        Expectation.status(400).schema("error-detailed"))
                                .byOwner(),
                        ApiQuirk.MISSING_MODEL),
                Check.free(
                        "quote.broken-json",
                        observed(
                                "A body that is no JSON is refused in words",
                                "docs/api/errors.md, \"Plain request errors\""),
                        ExchangeScript.of(
                                        TargetRequest.post("/video/quote", "{\"model\":", "application/json"),
                                        Expectation.error(400, "Invalid JSON request"))
                                .byOwner()),
                Check.free(
                        "quote.content-type",
                        documented(
                                "A body not declared as JSON is refused",
                                "docs/api/errors.md, \"Plain request errors\""),
                        ExchangeScript.of(
                                        TargetRequest.post("/video/quote", "{}", "text/plain"),
                                        Expectation.error(415, "Invalid request content-type"))
                                .or(
                                        ApiQuirk.INVALID_CONTENT_TYPE,
                                        "400",
                                        Expectation.error(400, "'Content-Type' must be 'application/json'"))
                                .byOwner(),
                        ApiQuirk.INVALID_CONTENT_TYPE));
    }

    private static List<Check> models() {
        return List.of(
                Check.free(
                        "quote.upscale-without-key",
                        documented(
                                "An upscale is quoted without a key",
                                "docs/api/disagreements.md, \"Quote without credentials\""),
                        ExchangeScript.of("upscale model", QuoteChecks::upscale, price())
                                .or(ApiQuirk.QUOTE_UPSCALE, "needs-key", Expectation.status(403)),
                        ApiQuirk.QUOTE_UPSCALE),
                Check.free(
                        "quote.clip-needed",
                        observed(
                                "A quote of what is made from a clip needs the clip",
                                "docs/api/edition-2026-10-02.md#quotes-that-need-the-clip"),
                        ExchangeScript.of(
                                        "upscale model",
                                        session -> session.sample()
                                                .upscaler()
                                                .map(model -> CheckRequests.quote(Json.object()
                                                        .put("model", ModelSample.id(model))
                                                        .put("duration", "10s"))),
                                        Expectation.detailed().text("/issues/0/path/0", "video_url"))
                                .byOwner()),
                Check.free(
                        "quote.model-headers",
                        documented(
                                "A reply names the model it is about",
                                "docs/api/limits-and-headers.md, \"Model headers\""),
                        ExchangeScript.of(PLAIN, CheckRequests.plainQuote(AS_IT_IS), QuoteChecks::modelHeaders)));
    }

    static Expectation price() {
        return Expectation.status(200)
                .schema("quote-reply")
                .where(
                        "/quote",
                        "a number above 0",
                        node -> PlainNumber.of(node)
                                .filter(price -> price.signum() > 0)
                                .isPresent());
    }

    private static boolean wholeCents(JsonNode node) {
        return PlainNumber.of(node)
                .filter(price -> price.stripTrailingZeros().scale() <= 2)
                .isPresent();
    }

    private static void withoutUnit(ObjectNode body) {
        body.put("duration", body.path("duration").asText().replace("s", ""));
    }

    private static Optional<TargetRequest> upscale(CheckContext session) {
        return session.sample()
                .upscaler()
                .map(model -> CheckRequests.quote(Json.object()
                        .put("model", ModelSample.id(model))
                        .put("duration", "10s")
                        .put("video_url", "https://media.example.com/in-1280x720-10s-30fps.mp4")));
    }

    private static Expectation missingDuration(CheckContext session) {
        var literals = session.sample()
                .plain()
                .map(model -> ModelSample.alternatives(model, "durations"))
                .orElse("");
        return Expectation.detailed()
                .issue("duration", "Required")
                .text("/issues/0/expected", literals)
                .text("/issues/0/received", "undefined")
                .text("/details/duration/_errors/0", "Required");
    }

    private static Expectation modelHeaders(CheckContext session) {
        var id = session.sample().plain().map(ModelSample::id).orElse("");
        return Expectation.status(200)
                .header("x-venice-model-id", id, id::equals)
                .header("x-venice-model-name");
    }
}
