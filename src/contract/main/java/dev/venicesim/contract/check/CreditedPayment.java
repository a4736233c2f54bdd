package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.crypto.MissingLibraryException;
import dev.venicesim.json.Json;
import dev.venicesim.wallet.SigningWallet;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * Script of a payment that is credited, which only what asks no chain can do: a simulator on this machine. It is paid
 * twice, and read about.
 */
final class CreditedPayment {

    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final String HEADER = "PAYMENT-SIGNATURE";

    private CreditedPayment() {}

    static CheckResult once(CheckContext session) throws InterruptedException {
        if (!session.target().isOnThisMachine()) {
            return new CheckResult.Skipped("nothing is paid to a target that may ask a chain");
        }
        if (!(PaymentChecks.onBase(session) instanceof ObjectNode terms)) {
            return new CheckResult.Skipped("the target names no terms that a payment could be made by");
        }
        try {
            var offered = new OfferedTerms(terms);
            var result = paid(session, offered);
            return result instanceof CheckResult.Skipped
                            && !offered.documented().equals(offered)
                    ? paid(session, offered.documented())
                    : result;
        } catch (MissingLibraryException | IllegalArgumentException unusable) {
            return new CheckResult.Skipped(String.valueOf(unusable.getMessage()));
        }
    }

    private static CheckResult paid(CheckContext session, OfferedTerms terms) throws InterruptedException {
        var wallet = SigningWallet.base(new SecureRandom());
        var now = session.target().time().now();
        var call = PaymentChecks.TOP_UP.with(
                HEADER, wallet.pay(Json.mapper().createArrayNode().add(terms.offered()), 5_000_000, now));
        var first = session.ask(call);
        var refused = OfferedTerms.refusedTerm(first);
        if (refused.isPresent()) {
            return OfferedTerms.refusedToAll(refused.get());
        }
        if (first.status() != 200) {
            return first.status() == 400 || first.status() == 402
                    ? new CheckResult.Skipped("the target credits no wallet that holds nothing: " + first)
                    : JobScript.judged(session, call, Expectation.status(200).compare(first, session.schemas()));
        }
        var found = new DifferenceLog();
        found.add(call, credited(wallet.address()).compare(first, session.schemas()));
        found.add(call, again(session).compare(session.ask(call), session.schemas()));
        read(session, wallet, "/x402/balance/", balance(), found);
        read(session, wallet, "/x402/transactions/", transactions(), found);
        return found.result(session);
    }

    private static Expectation credited(String address) {
        return Expectation.status(200)
                .schema("top-up-reply")
                .where("/success", "true", node -> node.isBoolean() && node.booleanValue())
                .text("/data/walletAddress", address.toLowerCase(Locale.ROOT))
                .where("/data/amountCredited", "5", node -> isFive(node))
                .where("/data/newBalance", "5", node -> isFive(node))
                .where(
                        "/data/paymentId",
                        "x402- and more",
                        node -> node.asText().startsWith("x402-"))
                .header("PAYMENT-RESPONSE", "base64 of a JSON object", ExpectedFacts::isBase64Json);
    }

    private static Expectation again(CheckContext session) {
        var isCode = "code".equals(session.quirks().get(ApiQuirk.FAILED_TOP_UP.label()));
        return isCode
                ? Expectation.status(402).text("/error", "SETTLEMENT_FAILED")
                : Expectation.status(402).schema("top-up-required");
    }

    private static void read(
            CheckContext session, SigningWallet wallet, String path, Expectation expected, DifferenceLog found)
            throws InterruptedException {
        var signIn = wallet.signIn(
                session.target().baseUrl(), session.target().time().now());
        var call = TargetRequest.get(path + wallet.address()).with(SignInChecks.HEADER, signIn);
        found.add(call, expected.compare(session.ask(call), session.schemas()));
    }

    private static Expectation balance() {
        return Expectation.status(200)
                .schema("x402-balance-reply")
                .where("/data/balanceUsd", "5", node -> isFive(node))
                .where("/data/canConsume", "true", node -> node.isBoolean() && node.booleanValue());
    }

    private static Expectation transactions() {
        return Expectation.status(200)
                .schema("x402-transactions-reply")
                .where("/data/currentBalance", "5", node -> isFive(node))
                .where("/data/transactions", "the top-up alone", node -> node.size() == 1)
                .text("/data/transactions/0/type", "TOP_UP")
                .where("/data/transactions/0/amount", "5", node -> isFive(node))
                .where("/data/transactions/0/balanceAfter", "5", node -> isFive(node));
    }

    private static boolean isFive(JsonNode node) {
        return PlainNumber.of(node).filter(told -> told.compareTo(FIVE) == 0).isPresent();
    }
}
