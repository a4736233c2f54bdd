package dev.venicesim.billing.x402;

import dev.venicesim.api.Verified;
import dev.venicesim.crypto.MissingLibraryException;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.X402Errors;
import dev.venicesim.error.X402Errors.PaymentCode;
import dev.venicesim.wallet.protocol.WalletAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Verifier of signed payments that asks no chain: neither that the payer has the USDC nor that the nonce is unused
 * there can be known here.
 */
public final class Payments {

    private Payments() {}

    /**
     * The payment in a header's value, or what is wrong with it.
     *
     * @param now real time, by which its validity is judged
     */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/wallets.md#payment-of-a-top-up, docs/api/wallets.md#errors-of-a-top-up")
    public static Verdict<VerifiedPayment> verify(String header, Instant now) {
        try {
            return PaymentPayload.read(header).then(payload -> verify(payload, now));
        } catch (MissingLibraryException e) {
            return Verdict.refuse(X402Errors.payment(PaymentCode.X402_NOT_CONFIGURED, e.remedy()), e.remedy());
        }
    }

    private static Verdict<VerifiedPayment> verify(PaymentPayload payload, Instant now) {
        if (!payload.term("scheme").equals("exact")) {
            return PaymentPayload.refuse(PaymentCode.UNSUPPORTED_SCHEME, "the scheme is not exact");
        }
        var network = Network.find(payload.term("network"));
        if (network.isEmpty()) {
            return PaymentPayload.refuse(PaymentCode.UNSUPPORTED_NETWORK, "neither Base nor Solana mainnet");
        }
        return switch (network.get()) {
            case BASE ->
                accepted(payload, PaymentTerms.BASE_TOKEN, PaymentTerms.BASE_PAY_TO)
                        .then(good -> BasePayment.verify(good, now));
            case SOLANA ->
                accepted(payload, PaymentTerms.SOLANA_TOKEN, PaymentTerms.SOLANA_PAY_TO)
                        .then(SolanaPayment::verify);
        };
    }

    /** The terms that version 2 repeats must be those that were offered, but for the amount. */
    private static Verdict<PaymentPayload> accepted(PaymentPayload payload, String token, String payTo) {
        if (!payload.isFlat() && !isSame(payload.term("asset"), token)) {
            return PaymentPayload.refuse(PaymentCode.UNSUPPORTED_TOKEN, "accepted.asset is not USDC");
        }
        if (!payload.isFlat() && !isSame(payload.term("payTo"), payTo)) {
            return PaymentPayload.refuse(PaymentCode.INVALID_PAYMENT_RECIPIENT, "accepted.payTo is not the receiver");
        }
        return Verdict.accept(payload);
    }

    private static boolean isSame(String address, String ours) {
        return WalletAddress.parse(address).map(WalletAddress::text).equals(Optional.of(ours));
    }
}
