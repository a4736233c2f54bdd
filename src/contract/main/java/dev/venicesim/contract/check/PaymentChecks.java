package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;
import static dev.venicesim.contract.check.Requirement.observed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.crypto.MissingLibraryException;
import java.util.List;
import java.util.stream.Stream;

/** Checks of payments that must not be credited, each wrong in one point, by wallets that hold nothing. */
final class PaymentChecks {

    private static final String PAGE = "docs/api/wallets.md, ";
    private static final String ERRORS = PAGE + "\"Errors of a top up\"";
    private static final String NO_PAYMENT = "bm8gcGF5bWVudA==";

    /** Terms that a target has named so often are the same the next time; an oracle looks at each. */
    private static final int OFTEN = 3;

    static final TargetRequest TOP_UP = TargetRequest.post("/x402/top-up", "{}", "application/json");

    private PaymentChecks() {}

    static List<Check> all() {
        return Stream.of(
                        PaymentCases.rows().stream().map(PaymentChecks::check),
                        Stream.of(
                                noForm("payment.no-base64", "A payment that is no base64 is refused", "no payment!"),
                                noForm("payment.no-json", "A payment that is no JSON is refused", NO_PAYMENT),
                                Check.free(
                                        "payment.once",
                                        documented("A payment credits once", PAGE + "\"Payment of a top up\""),
                                        CreditedPayment::once)),
                        Stream.of(
                                elsewhere("payment.elsewhere", "queue", "PAYMENT-SIGNATURE"),
                                elsewhere("payment.at-retrieve", "retrieve", "PAYMENT-SIGNATURE"),
                                elsewhere("payment.at-complete", "complete", "PAYMENT-SIGNATURE"),
                                elsewhere("payment.older-at-retrieve", "retrieve", "X-PAYMENT"),
                                elsewhere("payment.numbered-at-complete", "complete", "X-402-Payment")))
                .flatMap(stream -> stream)
                .toList();
    }

    private static Check elsewhere(String id, String route, String header) {
        return Check.free(
                id,
                observed(
                        "A payment in " + header + " at " + route + " is refused",
                        PAGE + "\"Payment headers on other routes\""),
                ExchangeScript.of(
                        TargetRequest.post("/video/" + route, CheckRequests.job())
                                .with(header, NO_PAYMENT),
                        refusal("PAYMENT_HEADER_NOT_ACCEPTED")));
    }

    private static Check noForm(String id, String says, String value) {
        return Check.free(
                id,
                observed(says, ERRORS),
                ExchangeScript.of(TOP_UP.with("PAYMENT-SIGNATURE", value), refusal("INVALID_PAYMENT_FORMAT")));
    }

    private static Check check(PaymentCases.Row row) {
        return Check.free(
                        "payment." + row.id(),
                        observed("A payment " + row.says() + " is refused", ERRORS),
                        session -> tried(session, row))
                .in(edition -> !PaymentCases.VARIANTS.contains(row.id()) || bearsMany(edition));
    }

    /** All of them at once are more failures than elsewhere are borne of an address. */
    private static boolean bearsMany(ApiEdition edition) {
        return "50".equals(edition.quirks().get(ApiQuirk.FAILED_BUDGET.label()));
    }

    private static CheckResult tried(CheckContext session, PaymentCases.Row row) throws InterruptedException {
        if (!(onBase(session) instanceof ObjectNode terms)) {
            return new CheckResult.Skipped("the target names no terms that a payment could be made by");
        }
        try {
            return new OfferedTerms(terms).judged(session, row);
        } catch (MissingLibraryException | IllegalArgumentException unusable) {
            return new CheckResult.Skipped(String.valueOf(unusable.getMessage()));
        }
    }

    static Expectation refusal(String codes) {
        var known = List.of(codes.split(" ", -1));
        return Expectation.status(400)
                .schema("top-up-error")
                .where("/error", String.join(" or ", known), error -> known.contains(error.asText()))
                .where(
                        "/message",
                        "a text",
                        message -> message.isTextual() && !message.asText().isBlank());
    }

    /** The terms on Base; a missing node if there are none that can be paid by. */
    static JsonNode onBase(CheckContext session) throws InterruptedException {
        return ExpectedFacts.list(accepts(session)).stream()
                .filter(way -> way.path("network").asText().startsWith("eip155"))
                .filter(way -> way.path("amount").asText().matches("\\d{1,18}"))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static JsonNode accepts(CheckContext session) throws InterruptedException {
        var told = session.conversation().exchanges().stream()
                .filter(exchange -> exchange.reply().status() == 402
                        && exchange.request().path().equals(TOP_UP.path()))
                .map(exchange -> exchange.reply().json().path("accepts"))
                .filter(accepts -> !accepts.isEmpty())
                .toList();
        return told.size() < OFTEN ? session.ask(TOP_UP).json().path("accepts") : told.get(told.size() - 1);
    }
}
