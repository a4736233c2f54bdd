package dev.venicesim.billing.x402;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.crypto.EvmSignature;
import dev.venicesim.crypto.Hex;
import dev.venicesim.crypto.Secp256k1;
import dev.venicesim.crypto.Sha256;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.X402Errors;
import dev.venicesim.error.X402Errors.PaymentCode;
import dev.venicesim.money.Usd;
import dev.venicesim.wallet.protocol.TransferAuthorization;
import dev.venicesim.wallet.protocol.WalletAddress;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A payment on Base: an authorization to transfer USDC, signed as EIP-712 data. A contract's signature cannot be
 * checked without the chain.
 */
final class BasePayment {

    private static final Pattern NONCE = Pattern.compile("0x[0-9a-fA-F]{64}");
    private static final String ZERO_ADDRESS = "0x" + "0".repeat(40);

    private BasePayment() {}

    static Verdict<VerifiedPayment> verify(PaymentPayload payload, Instant now) {
        var signature = payload.payload().path("signature");
        return authorization(payload.payload().path("authorization"), signature)
                .then(authorization -> Amounts.within(authorization.value(), payload)
                        .then(amount -> inTime(authorization, now)
                                .then(good -> signed(good, signature.asText()))
                                .then(good -> Verdict.accept(payment(good, amount)))));
    }

    private static Verdict<TransferAuthorization> authorization(JsonNode fields, JsonNode signature) {
        if (!fields.isObject()
                || !signature.isTextual()
                || !NONCE.matcher(text(fields, "nonce")).matches()) {
            return PaymentPayload.refuse(
                    PaymentCode.INVALID_PAYMENT, "authorization, its nonce or signature is missing");
        }
        var from = evm(fields, "from").filter(address -> !address.equals(ZERO_ADDRESS));
        if (from.isEmpty()) {
            return PaymentPayload.refuse(PaymentCode.INVALID_PAYMENT_PAYER, "authorization.from is no address");
        }
        if (!evm(fields, "to").equals(Optional.of(PaymentTerms.BASE_PAY_TO))) {
            return PaymentPayload.refuse(PaymentCode.INVALID_PAYMENT_RECIPIENT, "authorization.to is not the receiver");
        }
        var value = Amounts.number(fields.path("value"));
        if (value.isEmpty()) {
            return PaymentPayload.refuse(PaymentCode.INVALID_AMOUNT, "authorization.value is no string of digits");
        }
        var after = Amounts.number(fields.path("validAfter"));
        var before = Amounts.number(fields.path("validBefore"));
        if (after.isEmpty() || before.isEmpty()) {
            return PaymentPayload.refuse(
                    PaymentCode.INVALID_PAYMENT, "validAfter or validBefore is no string of digits");
        }
        return Verdict.accept(new TransferAuthorization(
                from.get(), PaymentTerms.BASE_PAY_TO, value.get(), after.get(), before.get(), text(fields, "nonce")));
    }

    /** As the contract has it: strictly after the one, strictly before the other. */
    private static Verdict<TransferAuthorization> inTime(TransferAuthorization authorization, Instant now) {
        var seconds = BigInteger.valueOf(now.getEpochSecond());
        if (seconds.compareTo(authorization.validAfter()) <= 0) {
            return failed("invalid_exact_evm_payload_authorization_valid_after", "it is not valid yet");
        }
        if (seconds.compareTo(authorization.validBefore()) >= 0) {
            return failed("invalid_exact_evm_payload_authorization_valid_before", "it is no longer valid");
        }
        return Verdict.accept(authorization);
    }

    private static Verdict<TransferAuthorization> signed(TransferAuthorization authorization, String signature) {
        var signer = EvmSignature.parse(signature)
                .flatMap(parsed -> Secp256k1.signer(authorization.digest(PaymentTerms.BASE_USDC), parsed));
        return signer.equals(Optional.of(authorization.from()))
                ? Verdict.accept(authorization)
                : failed("signature_mismatch", "it is not signed by authorization.from, as USD Coin 2 on 8453");
    }

    private static VerifiedPayment payment(TransferAuthorization authorization, Usd amount) {
        var nonce = authorization.nonce().toLowerCase(Locale.ROOT);
        var payer = new WalletAddress(WalletAddress.Family.EVM, authorization.from());
        var identity = Sha256.hash(Network.BASE.caip2() + "|" + payer + "|" + nonce);
        return new VerifiedPayment(
                "x402-" + Hex.digits(identity).substring(0, 32),
                payer,
                amount,
                nonce,
                Network.BASE,
                Hex.prefixed(Sha256.hash("transaction|" + Hex.digits(identity))));
    }

    private static Optional<String> evm(JsonNode fields, String name) {
        return WalletAddress.parse(text(fields, name))
                .filter(WalletAddress::isEvm)
                .map(WalletAddress::text);
    }

    private static String text(JsonNode fields, String name) {
        return fields.path(name).isTextual() ? fields.path(name).asText() : "";
    }

    private static <T> Verdict<T> failed(String reason, String why) {
        return Verdict.refuse(
                X402Errors.verificationFailed(reason), PaymentCode.PAYMENT_VERIFICATION_FAILED + ": " + why);
    }
}
