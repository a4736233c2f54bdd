package dev.venicesim.billing.x402;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Verified;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.X402Errors.PaymentCode;
import dev.venicesim.money.Usd;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of a payment, which are strings of decimal digits below 2^256, and the limits of a top-up. */
final class Amounts {

    private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,77}");
    private static final int MAX_BITS = 256;

    private Amounts() {}

    /** A number written as a string of digits without sign, point or leading zero; a JSON number is none. */
    static Optional<BigInteger> number(JsonNode field) {
        return Optional.of(field)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> DIGITS.matcher(text).matches())
                .map(BigInteger::new)
                .filter(number -> number.bitLength() <= MAX_BITS);
    }

    /** The amount of a payment if it is what was accepted and within the limits. One unit of USDC is a micro-dollar. */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#payment-of-a-top-up")
    static Verdict<Usd> within(BigInteger units, PaymentPayload payload) {
        if (!payload.isFlat() && !number(payload.terms().path("amount")).equals(Optional.of(units))) {
            return PaymentPayload.refuse(
                    PaymentCode.INVALID_AMOUNT, "accepted.amount is not the amount that was signed");
        }
        if (units.compareTo(BigInteger.valueOf(PaymentTerms.MINIMUM.micros())) < 0) {
            return PaymentPayload.refuse(PaymentCode.AMOUNT_TOO_LOW, "less than $5");
        }
        if (units.compareTo(BigInteger.valueOf(PaymentTerms.MAXIMUM.micros())) > 0) {
            return PaymentPayload.refuse(PaymentCode.AMOUNT_TOO_HIGH, "more than $10,000");
        }
        return Verdict.accept(Usd.ofMicros(units.longValueExact()));
    }
}
