package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.wallet.SigningWallet;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checks of wallets, tried with wallets made on the spot: they sign for real and never hold a cent. */
final class WalletChecks {

    private static final String SIGN_IN = "SIGN-IN-WITH-X";
    private static final String INVALID = "Invalid Sign-in-with-x signature";

    private WalletChecks() {}

    static List<Check> all() {
        return List.of(
                free(
                        "x402.balance",
                        "A wallet without credit has a balance of 0 and may not consume",
                        "docs/api/wallets.md, \"Balance of a wallet\"",
                        own("/x402/balance/"),
                        Expectation.status(200)
                                .schema("x402-balance-reply")
                                .where("/data/balanceUsd", "0", node -> node.isNumber() && node.doubleValue() == 0)
                                .where("/data/canConsume", "false", node -> node.isBoolean() && !node.booleanValue())),
                free(
                        "x402.transactions",
                        "A wallet without history has an empty list of transactions",
                        "docs/api/wallets.md, \"Transactions of a wallet\"",
                        own("/x402/transactions/"),
                        Expectation.status(200)
                                .schema("x402-transactions-reply")
                                .where(
                                        "/data/transactions",
                                        "an empty list",
                                        node -> node.isArray() && node.isEmpty())),
                free(
                        "x402.transactions-page",
                        "A page of transactions is as long as was asked",
                        "docs/api/wallets.md, \"Transactions of a wallet\"",
                        ownPage("?limit=7&offset=3"),
                        Expectation.status(200)
                                .schema("x402-transactions-reply")
                                .where("/data/pagination/limit", "7", node -> node.asInt() == 7)
                                .where("/data/pagination/offset", "3", node -> node.asInt() == 3)),
                free(
                        "x402.transactions-most",
                        "A page of transactions has 100 at most",
                        "docs/api/wallets.md, \"Transactions of a wallet\"",
                        ownPage("?limit=101"),
                        Expectation.status(400)),
                free(
                        "x402.transactions-least",
                        "A page of transactions has one at least",
                        "docs/api/wallets.md, \"Transactions of a wallet\"",
                        ownPage("?limit=0"),
                        Expectation.status(400)),
                free(
                        "x402.transactions-offset",
                        "A page of transactions begins at 0 or later",
                        "docs/api/wallets.md, \"Transactions of a wallet\"",
                        ownPage("?offset=-1"),
                        Expectation.status(400)),
                free(
                        "x402.no-address",
                        "A path that names no wallet is refused",
                        "docs/api/wallets.md, \"Balance of a wallet\"",
                        session -> signed(session, wallet(), TargetRequest.get("/x402/balance/0x12")),
                        Expectation.status(400)),
                Check.free(
                        "x402.missing-sign-in",
                        documented(
                                "A balance is not shown without sign-in",
                                "docs/api/disagreements.md, \"Missing sign in\""),
                        made(
                                        session -> TargetRequest.get("/x402/balance/" + wallet().address()),
                                        Expectation.error(401, INVALID))
                                .or(ApiQuirk.MISSING_SIGN_IN, "402", Expectation.status(402)),
                        ApiQuirk.MISSING_SIGN_IN),
                Check.free(
                        "x402.other-wallet",
                        documented(
                                "A wallet sees no balance but its own",
                                "docs/api/disagreements.md, \"Text for another wallet\""),
                        made(WalletChecks::others, forbidden("You can only access resources for your own wallet"))
                                .or(
                                        ApiQuirk.WALLET_MISMATCH_TEXT,
                                        "balance",
                                        forbidden("You can only access balance for your own wallet")),
                        ApiQuirk.WALLET_MISMATCH_TEXT),
                free(
                        "x402.other-transactions",
                        "A wallet sees no transactions but its own",
                        "docs/api/wallets.md, \"Transactions of a wallet\"",
                        session -> signed(
                                session, wallet(), TargetRequest.get("/x402/transactions/" + wallet().address())),
                        Expectation.status(403)),
                Check.free(
                        "x402.unsigned-transactions",
                        documented(
                                "Transactions are not shown without sign-in",
                                "docs/api/disagreements.md, \"Missing sign in\""),
                        made(
                                        session -> TargetRequest.get("/x402/transactions/" + wallet().address()),
                                        Expectation.status(401))
                                .or(ApiQuirk.MISSING_SIGN_IN, "402", Expectation.status(402))),
                signInCode(),
                free(
                        "x402.floor",
                        "A wallet below the floor is told how to top up",
                        "docs/api/wallets.md, \"Wallets below the floor\"",
                        session -> signed(session, wallet(), CheckRequests.queueOf(CheckRequests.job())),
                        Expectation.status(402).schema("x402-wallet").text("/code", "PAYMENT_REQUIRED")),
                free(
                        "x402.top-up-terms",
                        "A top-up without payment answers its terms, in the body and in PAYMENT-REQUIRED",
                        "docs/api/wallets.md, \"Terms of a top up\"",
                        session -> TargetRequest.post("/x402/top-up", "{}", "application/json"),
                        Expectation.status(402)
                                .schema("top-up-required")
                                .header("PAYMENT-REQUIRED", "base64 of a JSON object", ExpectedFacts::isBase64Json)),
                free(
                        "x402.bad-payment",
                        "A payment that is none is refused with a code and a message",
                        "docs/api/wallets.md, \"Errors of a top up\"",
                        session -> TargetRequest.post("/x402/top-up", "{}", "application/json")
                                .with("PAYMENT-SIGNATURE", "bm8gcGF5bWVudA=="),
                        Expectation.status(400).schema("top-up-error")));
    }

    private static Check signInCode() {
        var refused = Expectation.error(401, INVALID);
        return Check.free(
                "x402.bad-sign-in",
                documented(
                        "A sign-in that is none is refused without a code",
                        "docs/api/disagreements.md, \"Codes of a bad sign in\""),
                made(
                                session -> TargetRequest.post("/video/retrieve", CheckRequests.job())
                                        .with(SIGN_IN, "bm8gc2lnbi1pbg=="),
                                refused.absent("/code"))
                        .or(ApiQuirk.ERROR_CODES, "on", refused.text("/code", "X402_INVALID_SIGN_IN"))
                        .or(
                                ApiQuirk.SIGN_IN_CODES,
                                "on",
                                Expectation.status(401)
                                        .where(
                                                "/code",
                                                "an X402_SIGN_IN code",
                                                node -> node.asText().startsWith("X402_SIGN_IN_"))),
                ApiQuirk.SIGN_IN_CODES,
                ApiQuirk.ERROR_CODES);
    }

    private static Check free(
            String id, String says, String source, Function<CheckContext, TargetRequest> call, Expectation expected) {
        return Check.free(id, documented(says, source), made(call, expected));
    }

    private static ExchangeScript made(Function<CheckContext, TargetRequest> call, Expectation expected) {
        return ExchangeScript.of("wallet", session -> Optional.of(call.apply(session)), expected);
    }

    private static Function<CheckContext, TargetRequest> own(String path) {
        return session -> {
            var wallet = wallet();
            return signed(session, wallet, TargetRequest.get(path + wallet.address()));
        };
    }

    private static Function<CheckContext, TargetRequest> ownPage(String query) {
        return session -> {
            var wallet = wallet();
            return signed(session, wallet, TargetRequest.get("/x402/transactions/" + wallet.address() + query));
        };
    }

    private static TargetRequest others(CheckContext session) {
        return signed(session, wallet(), TargetRequest.get("/x402/balance/" + wallet().address()));
    }

    private static Expectation forbidden(String text) {
        return Expectation.error(403, text);
    }

    private static SigningWallet wallet() {
        return SigningWallet.base(new SecureRandom());
    }

    private static TargetRequest signed(CheckContext session, SigningWallet wallet, TargetRequest call) {
        var target = session.target();
        return call.with(SIGN_IN, wallet.signIn(target.baseUrl(), target.time().now()));
    }
}
