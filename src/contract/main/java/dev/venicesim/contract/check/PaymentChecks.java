package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.observed;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.crypto.MissingLibraryException;
import dev.venicesim.wallet.SigningWallet;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Checks of payments that must not be credited, each wrong in one point, by wallets that hold nothing. */
final class PaymentChecks {

    private static final String PAGE = "docs/api/wallets.md, ";
    private static final String ERRORS = PAGE + "\"Errors of a top up\"";
    private static final String OTHER = "0x00000000000000000000000000000000000000a1";

    private PaymentChecks() {}

    static List<Check> all() {
        return List.of(
                refused(
                        "payment.receiver",
                        "A payment to somebody else is refused",
                        "INVALID_PAYMENT_RECIPIENT",
                        terms -> terms.put("payTo", OTHER)),
                refused(
                        "payment.token",
                        "A payment in another token is refused",
                        "UNSUPPORTED_TOKEN",
                        terms -> terms.put("asset", OTHER)),
                refused(
                        "payment.too-low",
                        "A payment of less than 5 dollars is refused",
                        "AMOUNT_TOO_LOW",
                        terms -> terms.put("amount", "4990000")),
                refused(
                        "payment.too-high",
                        "A payment of more than 10000 dollars is refused",
                        "AMOUNT_TOO_HIGH",
                        terms -> terms.put("amount", "10000010000")),
                refused(
                        "payment.scheme",
                        "A payment by another scheme is refused",
                        "UNSUPPORTED_SCHEME",
                        terms -> terms.put("scheme", "upto")),
                elsewhere("payment.elsewhere", "/video/queue", "A payment on a route that makes something is refused"),
                elsewhere("payment.at-retrieve", "/video/retrieve", "A payment at retrieve is refused"),
                elsewhere("payment.at-complete", "/video/complete", "A payment at complete is refused"));
    }

    private static Check elsewhere(String id, String route, String says) {
        return Check.free(
                id,
                observed(says, PAGE + "\"Payment headers on other routes\""),
                ExchangeScript.of(
                        TargetRequest.post(route, CheckRequests.job()).with("PAYMENT-SIGNATURE", "bm8gcGF5bWVudA=="),
                        Expectation.status(400).schema("top-up-error").text("/error", "PAYMENT_HEADER_NOT_ACCEPTED")));
    }

    private static Check refused(String id, String says, String code, Consumer<ObjectNode> change) {
        return Check.free(id, observed(says, ERRORS), session -> tried(session, code, change));
    }

    private static CheckResult tried(CheckContext session, String code, Consumer<ObjectNode> change)
            throws InterruptedException {
        var topUp = TargetRequest.post("/x402/top-up", "{}", "application/json");
        var accepts = session.ask(topUp).json().path("accepts");
        var onBase = ExpectedFacts.list(accepts).stream()
                .filter(way -> way.path("network").asText().startsWith("eip155"))
                .findFirst();
        if (!(onBase.orElse(MissingNode.getInstance()) instanceof ObjectNode terms)
                || !terms.path("amount").asText().matches("\\d{1,18}")) {
            return new CheckResult.Skipped("the target names no terms that a payment could be made by");
        }
        try {
            var wallet = SigningWallet.base(new SecureRandom());
            change.accept(terms);
            var call = topUp.with(
                    "PAYMENT-SIGNATURE",
                    wallet.pay(accepts, session.target().time().now()));
            var expected = Expectation.status(400).schema("top-up-error").text("/error", code);
            var differences = expected.compare(session.ask(call), session.schemas());
            return differences.isEmpty()
                    ? new CheckResult.Agrees()
                    : new CheckResult.Differs(differences, session.target().curl(call), Map.of());
        } catch (MissingLibraryException | IllegalArgumentException unusable) {
            return new CheckResult.Skipped(String.valueOf(unusable.getMessage()));
        }
    }
}
