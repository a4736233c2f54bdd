package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;
import static dev.venicesim.contract.check.Requirement.observed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.contract.http.PlainNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Checks of quotes for models that came after August 2026, and for what is made from a clip. */
final class ReferenceQuoteChecks {

    private static final String PAGE = "docs/api/edition-2026-10-02.md#";
    private static final String WAN = "Wan 3.0 reference-to-video model";
    private static final BigDecimal A_CENT = new BigDecimal("0.01");

    private ReferenceQuoteChecks() {}

    static List<Check> all() {
        return List.of(
                Check.free(
                        "quote.clip-needed-to-edit",
                        observed(
                                "A quote of a clip that is made over needs the clip",
                                PAGE + "quotes-that-need-the-clip"),
                        ExchangeScript.of(
                                        "video-to-video model",
                                        session -> session.sample()
                                                .videoToVideo()
                                                .map(ModelSample::smallest)
                                                .map(ModelSample::pricing)
                                                .map(body -> CheckRequests.quote(withDuration(body))),
                                        Expectation.detailed().text("/issues/0/path/0", "video_url"))
                                .byOwner()),
                Check.free(
                                "quote.dotted-id",
                                documented("An id with dots names the same model", PAGE + "rules-of-wan"),
                                ExchangeScript.of(
                                        WAN,
                                        session -> wan(session)
                                                .map(body -> CheckRequests.quote(body.put(
                                                        "model",
                                                        body.path("model")
                                                                .asText()
                                                                .replace("wan-3-0-", "wan-3.0-")))),
                                        Expectation.status(200).schema("quote-reply")))
                        .in(ReferenceQuoteChecks::listsWan),
                Check.free(
                                "quote.references-with-output",
                                documented(
                                        "References and output of Wan 3.0 are at most 30 s together",
                                        PAGE + "rules-of-wan"),
                                ExchangeScript.of(
                                                WAN,
                                                session -> wan(session)
                                                        .map(body -> CheckRequests.quote(body.put("duration", "25s")
                                                                .put("reference_video_total_duration", 6))),
                                                Expectation.detailed()
                                                        .text("/issues/0/path/0", "reference_video_total_duration"))
                                        .byOwner())
                        .in(ReferenceQuoteChecks::listsWan),
                Check.free(
                                "quote.reference-seconds",
                                observed(
                                        "Seconds of reference cost what seconds of output do",
                                        PAGE + "prices-that-are-not-linear"),
                                ReferenceQuoteChecks::costOfReferences)
                        .in(ReferenceQuoteChecks::listsWan));
    }

    /** As much reference as output costs twice as much, but for the cents that are rounded. */
    private static CheckResult costOfReferences(CheckContext session) throws InterruptedException {
        var body = wan(session);
        if (body.isEmpty()) {
            return new CheckResult.Skipped("the target lists no " + WAN);
        }
        var alone = quote(session, body.get().put("duration", "10s"));
        var call = CheckRequests.quote(body.get().put("reference_video_total_duration", 10));
        var both = session.ask(call).json().path("quote");
        var expected = alone.add(alone);
        var isTwice = PlainNumber.of(both)
                .filter(price -> price.subtract(expected).abs().compareTo(A_CENT) <= 0)
                .isPresent();
        var wanted = expected.toPlainString() + ", give or take a cent";
        return JobScript.judged(
                session,
                call,
                isTwice ? List.of() : List.of(new Difference("/quote", wanted, ExpectedFacts.shown(both))));
    }

    private static BigDecimal quote(CheckContext session, ObjectNode body) throws InterruptedException {
        var quote = session.ask(CheckRequests.quote(body)).json().path("quote");
        return PlainNumber.of(quote).orElse(BigDecimal.ZERO);
    }

    private static Optional<ObjectNode> wan(CheckContext session) {
        return session.sample().wanReference().map(ModelSample::smallest).map(ModelSample::pricing);
    }

    private static ObjectNode withDuration(ObjectNode body) {
        return body.has("duration") ? body : body.put("duration", "Auto");
    }

    private static boolean listsWan(ApiEdition edition) {
        return Catalog.of(edition).listed().stream().anyMatch(model -> ModelSample.isWanReference(model.id()));
    }
}
