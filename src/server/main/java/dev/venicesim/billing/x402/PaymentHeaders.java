package dev.venicesim.billing.x402;

import dev.venicesim.api.Verified;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.X402Errors;
import dev.venicesim.error.X402Errors.PaymentCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The three headers that may carry a payment; each list holds the values of one, none if it was not sent.
 *
 * @param paymentSignature {@code PAYMENT-SIGNATURE}
 * @param x402Payment {@code X-402-Payment}
 * @param xPayment {@code X-PAYMENT}
 */
public record PaymentHeaders(List<String> paymentSignature, List<String> x402Payment, List<String> xPayment) {

    public PaymentHeaders {
        paymentSignature = List.copyOf(paymentSignature);
        x402Payment = List.copyOf(x402Payment);
        xPayment = List.copyOf(xPayment);
    }

    /** The headers of a request. */
    public static PaymentHeaders of(Function<String, List<String>> values) {
        return new PaymentHeaders(
                values.apply("PAYMENT-SIGNATURE"), values.apply("X-402-Payment"), values.apply("X-PAYMENT"));
    }

    /**
     * The payment to look at: the canonical header's before the older ones'. Empty if there is none, so that the answer
     * is {@link PaymentRequired#topUp}.
     */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/wallets.md#payment-of-a-top-up, docs/api/disagreements.md#several-payment-headers")
    public Optional<String> payment() {
        for (var values : List.of(paymentSignature, x402Payment, xPayment)) {
            if (!values.isEmpty()) {
                return Optional.of(values.get(0));
            }
        }
        return Optional.empty();
    }

    /** The refusal of an inference route, which takes no payment with the call; empty if there is none. */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#payment-headers-on-other-routes")
    public Optional<Refusal> refusalOnInference() {
        return payment()
                .map(value -> new Refusal(
                        X402Errors.payment(PaymentCode.PAYMENT_HEADER_NOT_ACCEPTED),
                        "inference routes take no payment header"
                                + " (docs/api/wallets.md, \"Payment headers on other routes\")"));
    }
}
