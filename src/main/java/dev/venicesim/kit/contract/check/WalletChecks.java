package dev.venicesim.kit.contract.check;

import static dev.venicesim.kit.contract.check.Claim.documented;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.kit.contract.target.Call;
import dev.venicesim.wallet.SigningWallet;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is claimed of wallets, tried with wallets made on the spot: they sign for real and never hold a cent. */
final class WalletChecks {

    private static final String SIGN_IN = "SIGN-IN-WITH-X";
    private static final String INVALID = "Invalid Sign-in-with-x signature";

    private WalletChecks() {}

    static List<Check> all() {
        return List.of(
                free(
                        "x402.balance",
                        "A wallet without credit has a balance of 0 and may not consume",
                        "api-facts 3.5",
                        own("/x402/balance/"),
                        Expectation.status(200)
                                .schema("x402-balance-reply")
                                .where("/data/balanceUsd", "0", node -> node.isNumber() && node.doubleValue() == 0)
                                .where("/data/canConsume", "false", node -> node.isBoolean() && !node.booleanValue())),
                free(
                        "x402.transactions",
                        "A wallet without history has an empty list of transactions",
                        "api-facts 3.5",
                        own("/x402/transactions/"),
                        Expectation.status(200)
                                .schema("x402-transactions-reply")
                                .where(
                                        "/data/transactions",
                                        "an empty list",
                                        node -> node.isArray() && node.isEmpty())),
                Check.free(
                        "x402.missing-sign-in",
                        documented("A balance is not shown without sign-in", "api-facts 11 #48"),
                        made(
                                        session -> Call.get("/x402/balance/" + wallet().address()),
                                        Expectation.error(401, INVALID))
                                .or(Quirk.MISSING_SIGN_IN, "402", Expectation.status(402)),
                        Quirk.MISSING_SIGN_IN),
                Check.free(
                        "x402.other-wallet",
                        documented("A wallet sees no balance but its own", "api-facts 11 #47"),
                        made(WalletChecks::others, forbidden("You can only access resources for your own wallet"))
                                .or(
                                        Quirk.WALLET_MISMATCH_TEXT,
                                        "balance",
                                        forbidden("You can only access balance for your own wallet")),
                        Quirk.WALLET_MISMATCH_TEXT),
                signInCode(),
                free(
                        "x402.floor",
                        "A wallet below the floor is told how to top up",
                        "api-facts 3.3",
                        session -> signed(session, wallet(), Ask.queueOf(Ask.job())),
                        Expectation.status(402).schema("x402-wallet").text("/code", "PAYMENT_REQUIRED")),
                free(
                        "x402.top-up-terms",
                        "A top-up without payment answers its terms, in the body and in PAYMENT-REQUIRED",
                        "api-facts 3.4",
                        session -> Call.post("/x402/top-up", "{}", "application/json"),
                        Expectation.status(402)
                                .schema("top-up-required")
                                .header("PAYMENT-REQUIRED", "base64 of a JSON object", Facts::isBase64Json)),
                free(
                        "x402.bad-payment",
                        "A payment that is none is refused with a code and a message",
                        "api-facts 3.4",
                        session -> Call.post("/x402/top-up", "{}", "application/json")
                                .with("PAYMENT-SIGNATURE", "bm8gcGF5bWVudA=="),
                        Expectation.status(400).schema("top-up-error")));
    }

    private static Check signInCode() {
        var refused = Expectation.error(401, INVALID);
        return Check.free(
                "x402.bad-sign-in",
                documented("A sign-in that is none is refused without a code", "api-facts 11 #46"),
                made(
                                session ->
                                        Call.post("/video/retrieve", Ask.job()).with(SIGN_IN, "bm8gc2lnbi1pbg=="),
                                refused.absent("/code"))
                        .or(Quirk.ERROR_CODES, "on", refused.text("/code", "X402_INVALID_SIGN_IN"))
                        .or(
                                Quirk.SIGN_IN_CODES,
                                "on",
                                Expectation.status(401)
                                        .where(
                                                "/code",
                                                "an X402_SIGN_IN code",
                                                node -> node.asText().startsWith("X402_SIGN_IN_"))),
                Quirk.SIGN_IN_CODES,
                Quirk.ERROR_CODES);
    }

    private static Check free(
            String id, String says, String source, Function<Session, Call> call, Expectation expected) {
        return Check.free(id, documented(says, source), made(call, expected));
    }

    private static Exchange made(Function<Session, Call> call, Expectation expected) {
        return Exchange.of("wallet", session -> Optional.of(call.apply(session)), expected);
    }

    private static Function<Session, Call> own(String path) {
        return session -> {
            var wallet = wallet();
            return signed(session, wallet, Call.get(path + wallet.address()));
        };
    }

    private static Call others(Session session) {
        return signed(session, wallet(), Call.get("/x402/balance/" + wallet().address()));
    }

    private static Expectation forbidden(String text) {
        return Expectation.error(403, text);
    }

    private static SigningWallet wallet() {
        return SigningWallet.base(new SecureRandom());
    }

    private static Call signed(Session session, SigningWallet wallet, Call call) {
        var target = session.target();
        return call.with(SIGN_IN, wallet.signIn(target.baseUrl(), target.time().now()));
    }
}
