package dev.venicesim.billing.x402;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;

/**
 * The answer to a payment that was credited.
 *
 * @param newBalance the wallet's credit after it
 */
@Verified(on = "2026-08-21", source = "docs/api/wallets.md#payment-of-a-top-up")
public record TopUpReply(VerifiedPayment payment, Usd newBalance) {

    /** The header that tells of the settlement. */
    public static final String HEADER = "PAYMENT-RESPONSE";

    public ObjectNode body() {
        var body = Json.object().put("success", true);
        body.putObject("data")
                .put("walletAddress", payment.wallet().text())
                .put("amountCredited", payment.amount().number())
                .put("newBalance", newBalance.number())
                .put("paymentId", payment.id());
        return body;
    }

    /** The value of {@link #HEADER}. */
    public String header() {
        var settlement = Json.object()
                .put("success", true)
                .put("network", payment.network().caip2())
                .put("payer", payment.wallet().text())
                .put("transaction", payment.transactionHash());
        return HeaderBase64.encode(Json.bytes(settlement));
    }
}
