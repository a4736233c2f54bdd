package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Table of payments, each with one thing changed, and the code it is refused with. */
final class PaymentCases {

    private static final String OTHER = "0x00000000000000000000000000000000000000a1";
    private static final String UNVERIFIED = "PAYMENT_VERIFICATION_FAILED";
    static final String RECIPIENT = "INVALID_PAYMENT_RECIPIENT";
    private static final String INCOMPLETE = "INVALID_PAYMENT";
    private static final String NO_FORM = "INVALID_PAYMENT_FORMAT";
    static final String NETWORK = "UNSUPPORTED_NETWORK";
    private static final String AMOUNT = "INVALID_AMOUNT";
    private static final String USUAL = "PAYMENT-SIGNATURE";

    /** Rows that another stands for where few failures are borne. */
    static final Set<String> VARIANTS = Set.of(
            "signed-receiver",
            "named-receiver",
            "cent-too-low",
            "cent-too-high",
            "twice-too-high",
            "most-forged",
            "least-forged",
            "changed-payer",
            "network",
            "unsigned",
            "version",
            "numbered-header");

    /** A dollar in millionths, which are the units of USDC. */
    private static final long DOLLAR = 1_000_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * A payment that is refused.
     *
     * @param id after {@code payment.}
     * @param says what sets it apart
     * @param header that carries it
     * @param codes of which one names the cause
     * @param change of a good one, and the time it is made at
     */
    record Row(
            String id,
            String says,
            String header,
            String codes,
            BiFunction<PaymentDraft, Instant, PaymentDraft> change) {}

    private PaymentCases() {}

    static List<Row> rows() {
        return List.of(
                row(
                        "receiver",
                        "to somebody else",
                        RECIPIENT,
                        it -> it.term("payTo", OTHER).signing("to", OTHER)),
                row("signed-receiver", "that is signed to somebody else", RECIPIENT, it -> it.signing("to", OTHER)),
                row("named-receiver", "that names somebody else", RECIPIENT, it -> it.term("payTo", OTHER)),
                row("token", "in another token", "UNSUPPORTED_TOKEN", it -> it.term("asset", OTHER)),
                row("too-low", "of a millionth less than 5 dollars", "AMOUNT_TOO_LOW", it -> it.micros(5 * DOLLAR - 1)),
                row("cent-too-low", "of 4.99 dollars", "AMOUNT_TOO_LOW", it -> it.micros(4_990_000)),
                row(
                        "too-high",
                        "of a millionth more than 10000 dollars",
                        "AMOUNT_TOO_HIGH",
                        it -> it.micros(10_000 * DOLLAR + 1)),
                row("cent-too-high", "of 10000.01 dollars", "AMOUNT_TOO_HIGH", it -> it.micros(10_000_010_000L)),
                row("twice-too-high", "of 20000 dollars", "AMOUNT_TOO_HIGH", it -> it.micros(20_000 * DOLLAR)),
                forged(),
                row(
                        "most-forged",
                        "of 10000 dollars that is forged",
                        UNVERIFIED,
                        it -> it.micros(10_000 * DOLLAR).forged()),
                row("payer", "from another wallet than signs it", UNVERIFIED, it -> it.signing("from", OTHER)),
                row(
                        "changed-payer",
                        "whose payer was changed after it was signed",
                        UNVERIFIED,
                        it -> it.signed(signed -> signed.put("from", OTHER))),
                row(
                        "no-payer",
                        "from what is no wallet",
                        "INVALID_PAYMENT_PAYER",
                        it -> it.signed(signed -> signed.put("from", "0x12"))),
                dated(
                        "expired",
                        "that was good until a minute ago",
                        (it, now) -> it.at("validBefore", now.minus(MINUTE))),
                dated(
                        "ahead",
                        "that is good from two minutes on",
                        (it, now) -> it.at("validAfter", now.plus(MINUTE.multipliedBy(2)))),
                row("amounts", "of another amount than it names", AMOUNT, it -> it.term("amount", "6000000")),
                row("no-amount", "of no amount", AMOUNT, it -> it.signed(signed -> signed.put("value", "five"))),
                row(
                        "number",
                        "whose amount is a number, not a text",
                        AMOUNT + " " + INCOMPLETE,
                        it -> it.signed(signed -> signed.put("value", 5_000_000))),
                row("scheme", "by another scheme", "UNSUPPORTED_SCHEME", it -> it.term("scheme", "upto")),
                row("test-network", "on the network of tests", NETWORK, it -> it.term("network", "eip155:84532")),
                row("network", "on another network", NETWORK, it -> it.term("network", "eip155:1")),
                row("version", "of another version", NO_FORM, it -> it.whole(whole -> whole.put("x402Version", 3))),
                row("no-payload", "without its payload", INCOMPLETE, it -> it.whole(whole -> whole.remove("payload"))),
                row(
                        "unsigned",
                        "without a signature",
                        INCOMPLETE,
                        it -> it.whole(whole -> ((ObjectNode) whole.path("payload")).remove("signature"))),
                new Row(
                        "older-header",
                        "to somebody else, in the older header,",
                        "X-PAYMENT",
                        RECIPIENT,
                        (it, now) -> it.term("payTo", OTHER).signing("to", OTHER)),
                new Row(
                        "numbered-header",
                        "to somebody else, in the header with a number,",
                        "X-402-Payment",
                        RECIPIENT,
                        (it, now) -> it.term("payTo", OTHER).signing("to", OTHER)));
    }

    /** One that is good in every point but its signature, so that no term is the cause of its refusal. */
    static Row forged() {
        return row("least-forged", "of 5 dollars that is forged", UNVERIFIED, PaymentDraft::forged);
    }

    private static Row row(String id, String says, String codes, UnaryOperator<PaymentDraft> change) {
        return new Row(id, says, USUAL, codes, (draft, now) -> change.apply(draft));
    }

    private static Row dated(String id, String says, BiFunction<PaymentDraft, Instant, PaymentDraft> change) {
        return new Row(id, says, USUAL, UNVERIFIED, change);
    }
}
