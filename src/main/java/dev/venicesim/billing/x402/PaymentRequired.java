package dev.venicesim.billing.x402;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.Verified;
import dev.venicesim.error.X402Errors;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;

/** The 402s that speak x402, each with its {@code PAYMENT-REQUIRED} header. */
public final class PaymentRequired {

    private PaymentRequired() {}

    /** For a caller without credentials on a route that takes wallets. */
    @Verified(on = "2026-08-21", source = "api-facts 3.2")
    public static ApiError discovery(Challenge challenge, Quirks quirks) {
        var text = X402Errors.discoveryText(quirks.is(Quirk.DISCOVERY_TEXT, "authentication"));
        return X402Errors.discovery(text, challenge.resourceUrl(), PaymentTerms.ofInference(), challenge.json());
    }

    /** For a signed-in wallet whose credit is below {@link PaymentTerms#FLOOR}. */
    @Verified(on = "2026-08-21", source = "api-facts 3.3")
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
    @Verified(on = "2026-08-21", source = "api-facts 3.4")
    public static ApiError topUp() {
        return X402Errors.topUpRequirements(PaymentTerms.ofTopUp());
    }
}
