package dev.venicesim.kit.contract.check;

import static dev.venicesim.kit.contract.check.Claim.documented;
import static dev.venicesim.kit.contract.check.Claim.observed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.ModelsReply;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.target.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is claimed of quotes. */
final class QuoteChecks {

    private static final String PLAIN = "text-to-video model with ratios, resolutions and durations";
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
                        documented("A quote is one number of dollars", "api-facts 1.2"),
                        Exchange.of(PLAIN, Ask.plainQuote(AS_IT_IS), price())),
                Check.free(
                        "quote.whole-cents",
                        observed("Quotes come in whole cents", "observed A9"),
                        Exchange.of(
                                PLAIN,
                                Ask.plainQuote(AS_IT_IS),
                                Expectation.status(200)
                                        .where("/quote", "at most two decimals", QuoteChecks::wholeCents))),
                Check.free(
                        "quote.unused-fields",
                        documented("Fields a quote has no use for are ignored", "api-facts 1.2"),
                        Exchange.of(
                                PLAIN,
                                Ask.plainQuote(body ->
                                        body.put("prompt", "quote").put("image_url", "https://example.com/a.png")),
                                price())),
                Check.free(
                        "quote.default-shape",
                        observed("Ratio and resolution may be left out", "observed A1"),
                        Exchange.of(
                                PLAIN,
                                Ask.plainQuote(body -> body.remove(List.of("aspect_ratio", "resolution"))),
                                price())),
                Check.free(
                        "quote.ratio-not-needed",
                        documented("A ratio is taken even where queue refuses one", "api-facts 1.2"),
                        Exchange.of(
                                "image-to-video model without ratios",
                                session -> session.sample()
                                        .withoutRatios()
                                        .map(model -> Ask.quote(Sample.pricing(Sample.smallest(model))
                                                .put("aspect_ratio", "16:9"))),
                                price())));
    }

    private static List<Check> durations() {
        return List.of(
                Check.free(
                        "quote.missing-duration",
                        observed("A missing duration names the model's literals", "observed A1"),
                        Exchange.of(
                                PLAIN, Ask.plainQuote(body -> body.remove("duration")), QuoteChecks::missingDuration)),
                Check.free(
                        "quote.bad-duration",
                        observed("A duration off the model's list is an enum error", "observed A5"),
                        Exchange.of(
                                PLAIN,
                                Ask.plainQuote(body -> body.put("duration", Ask.NO_DURATION)),
                                Expectation.detailed().text("/issues/0/code", "invalid_enum_value"))),
                Check.free(
                        "quote.duration-type",
                        observed("A duration that is a number is a type error", "observed A5"),
                        Exchange.of(
                                PLAIN,
                                Ask.plainQuote(body -> body.put("duration", 5)),
                                Expectation.status(400).schema("error-detailed"))),
                Check.free(
                        "quote.bare-seconds",
                        documented("A duration without its s is refused", "api-facts 11 #3"),
                        Exchange.of(
                                        PLAIN,
                                        Ask.plainQuote(QuoteChecks::withoutUnit),
                                        Expectation.detailed().text("/issues/0/code", "invalid_enum_value"))
                                .or(Quirk.BARE_SECONDS, "accept", price()),
                        Quirk.BARE_SECONDS));
    }

    private static List<Check> refusals() {
        return List.of(
                Check.free(
                        "quote.unknown-model",
                        documented("An unlisted model is not found", "api-facts 11 #58"),
                        Refusals.unknownModel(Ask.quote(
                                Json.object().put("model", Ask.NO_MODEL).put("duration", "5s"))),
                        Quirk.UNKNOWN_MODEL),
                Check.free(
                        "quote.missing-model",
                        documented("A model is needed", "api-facts 1.2"),
                        Exchange.of(
                                Ask.quote(Json.object().put("duration", "5s")),
                                Expectation.status(400).schema("error-detailed"))),
                Check.free(
                        "quote.broken-json",
                        observed("A body that is no JSON is refused in words", "observed A5"),
                        Exchange.of(
                                Call.post("/video/quote", "{\"model\":", "application/json"),
                                Expectation.error(400, "Invalid JSON request"))),
                Check.free(
                        "quote.content-type",
                        documented("A body not declared as JSON is refused", "api-facts 8.1"),
                        Exchange.of(
                                        Call.post("/video/quote", "{}", "text/plain"),
                                        Expectation.error(415, "Invalid request content-type"))
                                .or(
                                        Quirk.INVALID_CONTENT_TYPE,
                                        "400",
                                        Expectation.error(400, "'Content-Type' must be 'application/json'")),
                        Quirk.INVALID_CONTENT_TYPE));
    }

    private static List<Check> models() {
        return List.of(
                Check.free(
                        "quote.upscale-without-key",
                        documented("An upscale is quoted without a key", "api-facts 11 #26"),
                        Exchange.of("upscale model", QuoteChecks::upscale, price())
                                .or(Quirk.QUOTE_UPSCALE, "needs-key", Expectation.status(403)),
                        Quirk.QUOTE_UPSCALE),
                Check.free(
                        "quote.removed-model",
                        documented("A model past its removal date is still quoted", "api-facts 11 #64"),
                        Exchange.of("model of the edition that was to be removed by now", QuoteChecks::removed, price())
                                .or(Quirk.DEPRECATION, "clock", Expectation.status(410)),
                        Quirk.DEPRECATION),
                Check.free(
                        "quote.model-headers",
                        documented("A reply names the model it is about", "api-facts 1.15"),
                        Exchange.of(PLAIN, Ask.plainQuote(AS_IT_IS), QuoteChecks::modelHeaders)));
    }

    private static Expectation price() {
        return Expectation.status(200)
                .schema("quote-reply")
                .where(
                        "/quote",
                        "a number above 0",
                        node -> node.isNumber() && node.decimalValue().signum() > 0);
    }

    private static boolean wholeCents(JsonNode node) {
        return node.isNumber() && node.decimalValue().stripTrailingZeros().scale() <= 2;
    }

    private static void withoutUnit(ObjectNode body) {
        body.put("duration", body.path("duration").asText().replace("s", ""));
    }

    /** Of the edition's own list, since the target's may leave it out. */
    private static Optional<Call> removed(Session session) {
        var list = new ModelsReply(Catalog.of(session.schemas().edition()))
                .models("video")
                .orElseThrow();
        return new Sample(Json.trusted(list))
                .removed(session.target().time().now())
                .map(model -> Ask.quote(Sample.pricing(Sample.smallest(model))));
    }

    private static Optional<Call> upscale(Session session) {
        return session.sample()
                .upscaler()
                .map(model -> Ask.quote(Json.object()
                        .put("model", Sample.id(model))
                        .put("duration", "10s")
                        .put("video_url", "https://media.example.com/in-1280x720-10s-30fps.mp4")));
    }

    private static Expectation missingDuration(Session session) {
        var literals = session.sample()
                .plain()
                .map(model -> Sample.alternatives(model, "durations"))
                .orElse("");
        return Expectation.detailed()
                .issue("duration", "Required")
                .text("/issues/0/expected", literals)
                .text("/issues/0/received", "undefined")
                .text("/details/duration/_errors/0", "Required");
    }

    private static Expectation modelHeaders(Session session) {
        var id = session.sample().plain().map(Sample::id).orElse("");
        return Expectation.status(200)
                .header("x-venice-model-id", id, id::equals)
                .header("x-venice-model-name");
    }
}
