package dev.venicesim.billing.x402;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.crypto.Base58;
import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.crypto.Vectors;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.X402Errors.PaymentCode;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.wallet.protocol.WalletAddress;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentsTest {

    private static final Instant NOW = Vectors.NOW.plusSeconds(1);

    static Stream<JsonNode> vectors() {
        return Stream.concat(Vectors.load("payments-evm").stream(), Vectors.load("payments-solana").stream());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void takesWhatReferenceClientsSend(JsonNode vector) {
        var payment = accepted(vector.path("header").asText());
        assertThat(payment.wallet())
                .isEqualTo(WalletAddress.parse(vector.path("address").asText()).orElseThrow());
        assertThat(payment.amount())
                .isEqualTo(Usd.ofMicros(vector.path("amount").asLong()));
        assertThat(payment.id()).matches("x402-[0-9a-f]{32}");
        assertThat(accepted(vector.path("header").asText())).isEqualTo(payment);
    }

    @Test
    void givesEveryPaymentItsOwnIdButTheSameOneInBothForms() {
        var ids =
                vectors().map(vector -> accepted(vector.path("header").asText()).id());
        // the two flat vectors carry one and the same authorization
        assertThat(ids.distinct()).hasSize(6);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("base64", PaymentCode.INVALID_PAYMENT_FORMAT, "%%%"),
                arguments("empty", PaymentCode.INVALID_PAYMENT_FORMAT, ""),
                arguments("too long", PaymentCode.INVALID_PAYMENT_FORMAT, "A".repeat(20_000)),
                base("version 3", PaymentCode.INVALID_PAYMENT_FORMAT, p -> p.put("x402Version", 3)),
                base("version a text", PaymentCode.INVALID_PAYMENT_FORMAT, p -> p.put("x402Version", "2")),
                base("nothing accepted", PaymentCode.INVALID_PAYMENT_FORMAT, p -> p.remove("accepted")),
                base("no timeout", PaymentCode.INVALID_PAYMENT_FORMAT, p -> terms(p).remove("maxTimeoutSeconds")),
                base("no payload", PaymentCode.INVALID_PAYMENT, p -> p.remove("payload")),
                base("no authorization", PaymentCode.INVALID_PAYMENT, p -> inner(p).remove("authorization")),
                base("no signature", PaymentCode.INVALID_PAYMENT, p -> inner(p).remove("signature")),
                base("short nonce", PaymentCode.INVALID_PAYMENT, p -> signed(p).put("nonce", "0x12")),
                base("no end", PaymentCode.INVALID_PAYMENT, p -> signed(p).remove("validBefore")),
                base("upto", PaymentCode.UNSUPPORTED_SCHEME, p -> terms(p).put("scheme", "upto")),
                base("Ethereum", PaymentCode.UNSUPPORTED_NETWORK, p -> terms(p).put("network", "eip155:1")),
                base("other token", PaymentCode.UNSUPPORTED_TOKEN, p -> terms(p).put("asset", "0x" + "1".repeat(40))),
                base(
                        "other payee",
                        PaymentCode.INVALID_PAYMENT_RECIPIENT,
                        p -> terms(p).put("payTo", "0x" + "1".repeat(40))),
                base(
                        "signed to another",
                        PaymentCode.INVALID_PAYMENT_RECIPIENT,
                        p -> signed(p).put("to", "0x" + "1".repeat(40))),
                base(
                        "no payer",
                        PaymentCode.INVALID_PAYMENT_PAYER,
                        p -> signed(p).put("from", "me")),
                base(
                        "zero payer",
                        PaymentCode.INVALID_PAYMENT_PAYER,
                        p -> signed(p).put("from", "0x" + "0".repeat(40))),
                base("a float", PaymentCode.INVALID_AMOUNT, p -> amount(p, "5000000.0")),
                base("a number", PaymentCode.INVALID_AMOUNT, p -> signed(p).put("value", 5_000_000)),
                base("negative", PaymentCode.INVALID_AMOUNT, p -> amount(p, "-5000000")),
                base("hex", PaymentCode.INVALID_AMOUNT, p -> amount(p, "0x4c4b40")),
                base("exponent", PaymentCode.INVALID_AMOUNT, p -> amount(p, "5e6")),
                base(
                        "2^256",
                        PaymentCode.INVALID_AMOUNT,
                        p -> amount(p, BigInteger.TWO.pow(256).toString())),
                base("not the accepted", PaymentCode.INVALID_AMOUNT, p -> terms(p).put("amount", "6000000")),
                base(
                        "2^256 - 1",
                        PaymentCode.AMOUNT_TOO_HIGH,
                        p -> amount(
                                p,
                                BigInteger.TWO.pow(256).subtract(BigInteger.ONE).toString())),
                base("a unit too many", PaymentCode.AMOUNT_TOO_HIGH, p -> amount(p, "10000000001")),
                base("a unit too few", PaymentCode.AMOUNT_TOO_LOW, p -> amount(p, "4999999")),
                base("another amount", PaymentCode.PAYMENT_VERIFICATION_FAILED, p -> amount(p, "6000000")),
                base(
                        "another payer",
                        PaymentCode.PAYMENT_VERIFICATION_FAILED,
                        p -> signed(p).put("from", "0x" + "1".repeat(40))),
                base(
                        "high s",
                        PaymentCode.PAYMENT_VERIFICATION_FAILED,
                        p -> inner(p).put(
                                        "signature",
                                        twin(inner(p).path("signature").asText()))),
                base(
                        "not yet",
                        PaymentCode.PAYMENT_VERIFICATION_FAILED,
                        p -> signed(p).put("validAfter", Long.toString(NOW.getEpochSecond()))),
                base(
                        "no longer",
                        PaymentCode.PAYMENT_VERIFICATION_FAILED,
                        p -> signed(p).put("validBefore", Long.toString(NOW.getEpochSecond()))),
                solana("no transaction", PaymentCode.INVALID_PAYMENT, p -> inner(p).remove("transaction")),
                solana("no such transaction", PaymentCode.INVALID_PAYMENT, p -> inner(p).put("transaction", "AAAA")),
                solana("mint", PaymentCode.UNSUPPORTED_TOKEN, p -> terms(p).put("asset", PaymentTerms.SOLANA_PAY_TO)),
                solana(
                        "payee",
                        PaymentCode.INVALID_PAYMENT_RECIPIENT,
                        p -> terms(p).put("payTo", PaymentTerms.SOLANA_TOKEN)),
                solana(
                        "other receiver",
                        PaymentCode.INVALID_PAYMENT_RECIPIENT,
                        p -> patch(p, PaymentTerms.SOLANA_RECEIVING_ACCOUNT)),
                solana("other mint", PaymentCode.UNSUPPORTED_TOKEN, p -> patch(p, PaymentTerms.SOLANA_TOKEN)),
                solana(
                        "other fee payer",
                        PaymentCode.PAYMENT_VERIFICATION_FAILED,
                        p -> patch(p, PaymentTerms.SOLANA_FEE_PAYER)),
                solana("amount", PaymentCode.INVALID_AMOUNT, p -> terms(p).put("amount", "5000001")),
                solana(
                        "other source",
                        PaymentCode.PAYMENT_VERIFICATION_FAILED,
                        p -> patch(
                                p,
                                Vectors.load("payments-solana")
                                        .get(0)
                                        .path("sourceAccount")
                                        .asText())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void namesWhatIsWrong(String what, PaymentCode code, String header) {
        var error = refused(header, NOW).error();
        assertThat(error.body().path("error").asText()).isEqualTo(code.name());
        assertThat(error.body().path("message").asText()).isNotEmpty();
        assertThat(error.status()).isEqualTo(400);
    }

    @Test
    void judgesValidityToTheSecondAsTheContractDoes() {
        var vector = Vectors.load("payments-evm").get(0);
        var end = inner(vector).path("authorization").path("validBefore").asLong();
        var header = vector.path("header").asText();
        assertThat(Payments.verify(header, Instant.ofEpochSecond(end - 1))).isInstanceOf(Verdict.Accepted.class);
        assertThat(refused(header, Instant.ofEpochSecond(end))
                        .error()
                        .body()
                        .path("details")
                        .path("reason")
                        .asText())
                .isEqualTo("invalid_exact_evm_payload_authorization_valid_before");
    }

    @Property(tries = 300)
    void creditsNoMutationOfTheSignedFieldsAndNeverThrows(
            @ForAll int where, @ForAll @AlphaChars char letter, @ForAll boolean cut) {
        var all = vectors().toList();
        var header = all.get(Math.floorMod(where, all.size())).path("header").asText();
        var at = Math.floorMod(where / 7, header.length());
        var mutated = cut ? header.substring(0, at) : header.substring(0, at) + letter + header.substring(at + 1);
        var genuine = accepted(header);
        assertThat(Payments.verify(mutated, NOW)
                        .<Boolean>fold(
                                payment -> payment.wallet().equals(genuine.wallet())
                                        && payment.amount().equals(genuine.amount())
                                        && payment.id().equals(genuine.id()),
                                refusal -> refusal.error().status() == 400))
                .isTrue();
    }

    private static Arguments base(String what, PaymentCode code, Consumer<ObjectNode> change) {
        return changed("payments-evm", what, code, change);
    }

    private static Arguments solana(String what, PaymentCode code, Consumer<ObjectNode> change) {
        return changed("payments-solana", "Solana, " + what, code, change);
    }

    private static Arguments changed(String file, String what, PaymentCode code, Consumer<ObjectNode> change) {
        ObjectNode payload = Vectors.load(file).get(0).path("payload").deepCopy();
        change.accept(payload);
        return arguments(what, code, HeaderBase64.encode(Json.bytes(payload)));
    }

    private static ObjectNode terms(JsonNode payload) {
        return (ObjectNode) payload.path("accepted");
    }

    private static ObjectNode inner(JsonNode payload) {
        var inner = payload.path("payload");
        return (ObjectNode) (inner.has("payload") ? inner.path("payload") : inner);
    }

    private static ObjectNode signed(JsonNode payload) {
        return (ObjectNode) inner(payload).path("authorization");
    }

    private static void amount(ObjectNode payload, String amount) {
        signed(payload).put("value", amount);
        terms(payload).put("amount", amount);
    }

    /** The other signature that curve arithmetic alone would take. */
    private static String twin(String signature) {
        var order = new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
        var s = order.subtract(new BigInteger(signature.substring(66, 130), 16));
        return signature.substring(0, 66) + s.toString(16) + (signature.endsWith("1b") ? "1c" : "1b");
    }

    /** Puts another key where an account stood in the transaction. */
    private static void patch(ObjectNode payload, String account) {
        var wire =
                HeaderBase64.decode(inner(payload).path("transaction").asText()).orElseThrow();
        var key = Base58.decode(account).orElseThrow();
        for (var at = 0; at + key.length <= wire.length; at++) {
            if (Arrays.equals(wire, at, at + key.length, key, 0, key.length)) {
                wire[at + 5] ^= 1;
            }
        }
        inner(payload).put("transaction", HeaderBase64.encode(wire));
    }

    private static VerifiedPayment accepted(String header) {
        return Payments.verify(header, NOW).fold(payment -> payment, refusal -> {
            throw new AssertionError(refusal);
        });
    }

    private static Refusal refused(String header, Instant now) {
        return Payments.verify(header, now)
                .fold(
                        payment -> {
                            throw new AssertionError("accepted: " + payment);
                        },
                        refusal -> refusal);
    }

    @Test
    void prefersTheCanonicalHeader() {
        assertThat(new PaymentHeaders(List.of("a"), List.of("b"), List.of("c")).payment())
                .contains("a");
        assertThat(new PaymentHeaders(List.of(), List.of("b"), List.of("c")).payment())
                .contains("b");
        assertThat(new PaymentHeaders(List.of(), List.of(), List.of("c")).payment())
                .contains("c");
        assertThat(new PaymentHeaders(List.of(), List.of(), List.of()).refusalOnInference())
                .isEmpty();
        assertThat(new PaymentHeaders(List.of(), List.of("b"), List.of()).refusalOnInference())
                .hasValueSatisfying(refusal -> assertThat(
                                refusal.error().body().path("error").asText())
                        .isEqualTo("PAYMENT_HEADER_NOT_ACCEPTED"));
    }
}
