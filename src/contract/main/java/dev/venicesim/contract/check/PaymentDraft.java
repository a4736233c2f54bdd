package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.crypto.Hex;
import dev.venicesim.crypto.Secp256k1;
import dev.venicesim.json.Json;
import dev.venicesim.wallet.protocol.TransferAuthorization;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Draft of a payment on Base by a new wallet, which holds nothing: its terms and its authorization are changed before
 * they are signed, the rest afterwards. Not for use by several threads.
 */
final class PaymentDraft {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration VALID = Duration.ofMinutes(5);

    private final BigInteger key = new BigInteger(248, RANDOM).add(BigInteger.ONE);
    private final ObjectNode terms;
    private final ObjectNode authorization = Json.object();
    private final List<Consumer<ObjectNode>> changes = new ArrayList<>();

    /**
     * Good in every point.
     *
     * @param terms on Base, as the target offers them
     */
    PaymentDraft(ObjectNode terms, Instant now) {
        this.terms = terms.deepCopy();
        authorization
                .put("from", address())
                .put("to", terms.path("payTo").asText())
                .put("value", terms.path("amount").asText())
                .put("validAfter", "0")
                .put("validBefore", Long.toString(now.plus(VALID).getEpochSecond()))
                .put("nonce", "0x" + Hex.digits(nonce()));
    }

    private static byte[] nonce() {
        var nonce = new byte[32];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    private String address() {
        return Secp256k1.addressOf(key);
    }

    /** Another term, in what is accepted alone. */
    PaymentDraft term(String name, String value) {
        terms.put(name, value);
        return this;
    }

    /** Another value of what is signed. */
    PaymentDraft signing(String name, String value) {
        authorization.put(name, value);
        return this;
    }

    PaymentDraft micros(long amount) {
        return term("amount", Long.toString(amount)).signing("value", Long.toString(amount));
    }

    PaymentDraft at(String name, Instant instant) {
        return signing(name, Long.toString(instant.getEpochSecond()));
    }

    /** A change of the whole, after it was signed. */
    PaymentDraft whole(Consumer<ObjectNode> change) {
        changes.add(change);
        return this;
    }

    /** A change of the authorization, after it was signed. */
    PaymentDraft signed(Consumer<ObjectNode> change) {
        return whole(whole -> change.accept((ObjectNode) whole.at("/payload/authorization")));
    }

    PaymentDraft forged() {
        return whole(whole -> {
            var payload = (ObjectNode) whole.path("payload");
            payload.put(
                    "signature", SignInChecks.flipped(payload.path("signature").asText()));
        });
    }

    /** The header's value. */
    String header() {
        var whole = Json.object().put("x402Version", 2);
        var payload = whole.putObject("payload");
        payload.put("signature", signature());
        payload.set("authorization", authorization.deepCopy());
        whole.set("accepted", terms);
        changes.forEach(change -> change.accept(whole));
        return HeaderBase64.encode(Json.bytes(whole));
    }

    private String signature() {
        var transfer = new TransferAuthorization(
                authorization.path("from").asText(),
                authorization.path("to").asText(),
                new BigInteger(authorization.path("value").asText()),
                new BigInteger(authorization.path("validAfter").asText()),
                new BigInteger(authorization.path("validBefore").asText()),
                authorization.path("nonce").asText());
        var token = new TransferAuthorization.Token(
                terms.at("/extra/name").asText("USD Coin"),
                terms.at("/extra/version").asText("2"),
                8453,
                terms.path("asset").asText());
        return Secp256k1.sign(transfer.digest(token), key).hex();
    }
}
