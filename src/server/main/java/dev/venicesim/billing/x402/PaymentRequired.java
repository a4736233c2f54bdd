package dev.venicesim.billing.x402;

import dev.venicesim.api.Verified;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.X402Errors;
import dev.venicesim.error.X402Errors.PaymentCode;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;

/** The 402s that speak x402, each with its {@code PAYMENT-REQUIRED} header. */
public final class PaymentRequired {

    private PaymentRequired() {}

    /** For a caller without credentials on a route that takes wallets. */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#the-offer-without-credentials")
    public static ApiError discovery(Challenge challenge, QuirkSettings quirks) {
        var text = X402Errors.discoveryText(quirks.is(ApiQuirk.DISCOVERY_TEXT, "authentication"));
        return X402Errors.discovery(text, challenge.resourceUrl(), PaymentTerms.ofInference(), challenge.json());
    }

    /** For a caller without a sign-in on a route that only wallets read: nothing to pay, only a challenge to sign. */
    @Verified(on = "2026-10-02", source = "docs/api/wallets.md#no-sign-in-on-a-wallet-route")
    public static ApiError signIn(Challenge challenge, QuirkSettings quirks) {
        var text = X402Errors.discoveryText(quirks.is(ApiQuirk.DISCOVERY_TEXT, "authentication"));
        return X402Errors.discovery(text, challenge.resourceUrl(), Json.mapper().createArrayNode(), challenge.json());
    }

    /** For a payment that did not settle, such as one that was credited before. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/wallets.md#errors-of-a-top-up, docs/api/disagreements.md#body-of-a-failed-top-up")
    public static ApiError unsettled(QuirkSettings quirks) {
        return quirks.is(ApiQuirk.FAILED_TOP_UP, "code") ? X402Errors.payment(PaymentCode.SETTLEMENT_FAILED) : topUp();
    }

    /** For a signed-in wallet whose credit is below {@link PaymentTerms#FLOOR}. */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#wallets-below-the-floor")
    public static ApiError belowFloor(Usd credit, Challenge challenge) {
        var body = Json.object()
                .put("currentBalanceUsd", credit.number())
                .put("minimumBalanceUsd", PaymentTerms.FLOOR.number())
                .put("description", "Venice API")
                .put("suggestedTopUpUsd", PaymentTerms.SUGGESTED.number())
                .put("minimumTopUpUsd", PaymentTerms.MINIMUM.number());
        body.putArray("supportedTokens").add("USDC");
        body.putArray("supportedChains").add(Network.BASE.shortName()).add(Network.SOLANA.shortName());
        body.putObject("topUpInstructions")
                .put("step1", "POST /api/v1/x402/top-up with no payment header to get payment requirements")
                .put(
                        "step2",
                        "Choose a payment option from accepts and sign a USDC transfer authorization using the x402 SDK (createPaymentHeader)")
                .put("step3", "POST /api/v1/x402/top-up with the signed PAYMENT-SIGNATURE header")
                .put("receiverWallet", PaymentTerms.RECEIVER_DISPLAY)
                .put("tokenAddress", PaymentTerms.TOKEN_DISPLAY)
                .put("tokenDecimals", 6)
                .put("network", Network.BASE.caip2())
                .put("minimumAmountUsd", PaymentTerms.MINIMUM.number());
        body.set("siwxChallenge", challenge.json());
        return X402Errors.walletBelowFloor(body, challenge.resourceUrl(), PaymentTerms.ofInference(), challenge.json());
    }

    /** For the top-up route without a payment header. */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#terms-of-a-top-up")
    public static ApiError topUp() {
        return X402Errors.topUpRequirements(PaymentTerms.ofTopUp());
    }
}
