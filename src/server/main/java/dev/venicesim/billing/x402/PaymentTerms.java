package dev.venicesim.billing.x402;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.wallet.protocol.TransferAuthorization;

/** Terms of a payment: to whom, in what and how much a wallet pays. */
@Verified(
        on = "2026-08-21",
        source = "docs/api/wallets.md#the-offer-without-credentials, docs/api/wallets.md#terms-of-a-top-up")
public final class PaymentTerms {

    public static final Usd MINIMUM = Usd.ofCents(5_00);
    public static final Usd SUGGESTED = Usd.ofCents(10_00);
    public static final Usd MAXIMUM = Usd.ofCents(10_000_00);

    /** The credit below which no job of a wallet runs. */
    public static final Usd FLOOR = Usd.ofCents(10);

    /** The contract of USDC on Base, in lower case. */
    public static final String BASE_TOKEN = "0x833589fcd6edb6e08f4c7c32d4f71b54bda02913";

    public static final String BASE_PAY_TO = "0x2670b922ef37c7df47158725c0cc407b5382293f";
    public static final String SOLANA_TOKEN = "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v";
    public static final String SOLANA_PAY_TO = "8qUL23aSj7mDWdoLMXGHFvnVCT9wd7jXcysiekroADEL";
    public static final String SOLANA_FEE_PAYER = "BFK9TLC3edb13K6v4YyH3DwPb5DSUpkWvb7XnqCL9b4F";

    /** The associated token account of {@link #SOLANA_PAY_TO} for USDC, as derived by @solana/spl-token. */
    static final String SOLANA_RECEIVING_ACCOUNT = "G2ZB4KGgxGQH9cn1wGLjzcJxTRSZvWMdm12zC1Xqj6aW";

    /** What a payer's signature on Base is good for: the domain of EIP-712. */
    public static final TransferAuthorization.Token BASE_USDC =
            new TransferAuthorization.Token("USD Coin", "2", 8453, BASE_TOKEN);

    static final String RECEIVER_DISPLAY = "0x2670B922ef37C7Df47158725C0CC407b5382293F";
    static final String TOKEN_DISPLAY = "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913";

    private PaymentTerms() {}

    /**
     * The {@code accepts} of the 402 on inference routes, which calls Solana by its short name and asks for the
     * suggested amount.
     */
    static ArrayNode ofInference() {
        return accepts(SUGGESTED, Network.SOLANA.shortName());
    }

    /** The {@code accepts} of the top-up route, with the minimum. */
    static ArrayNode ofTopUp() {
        return accepts(MINIMUM, Network.SOLANA.caip2());
    }

    private static ArrayNode accepts(Usd amount, String solana) {
        var accepts = Json.mapper().createArrayNode();
        accepts.add(option(Network.BASE.caip2(), BASE_TOKEN, amount, BASE_PAY_TO));
        var onSolana = option(solana, SOLANA_TOKEN, amount, SOLANA_PAY_TO);
        ((ObjectNode) onSolana.path("extra")).put("feePayer", SOLANA_FEE_PAYER);
        return accepts.add(onSolana);
    }

    private static ObjectNode option(String network, String asset, Usd amount, String payTo) {
        var option = Json.object()
                .put("scheme", "exact")
                .put("network", network)
                .put("asset", asset)
                .put("amount", Long.toString(amount.micros()))
                .put("payTo", payTo)
                .put("maxTimeoutSeconds", 300);
        option.putObject("extra").put("name", "USD Coin").put("version", "2");
        return option;
    }
}
