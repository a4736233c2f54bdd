package dev.venicesim.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.crypto.Eip191;
import dev.venicesim.crypto.Secp256k1;
import dev.venicesim.json.Json;
import dev.venicesim.wallet.protocol.TransferAuthorization;
import dev.venicesim.wallet.protocol.WalletAddress;
import dev.venicesim.wallet.protocol.WalletAddress.Family;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;

/** A wallet on Base: secp256k1, signing texts by EIP-191 and transfers by EIP-712. */
final class BaseWallet implements SigningWallet {

    private static final String NETWORK = "eip155:8453";

    private final BigInteger key;
    private final SecureRandom random;
    private final String address;

    BaseWallet(BigInteger key, SecureRandom random) {
        this.key = key;
        this.random = random;
        this.address = new WalletAddress(Family.EVM, Secp256k1.addressOf(key)).display();
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String signIn(String baseUrl, Instant now) {
        var text = WalletMessages.message(Family.EVM, address, "8453", baseUrl, WalletMessages.nonce(random, 8), now)
                .text();
        return WalletMessages.encoded(Json.object()
                .put("address", address)
                .put("message", text)
                .put("signature", Secp256k1.sign(Eip191.digest(text), key).hex())
                .put("timestamp", now.toEpochMilli())
                .put("chainId", 8453));
    }

    @Override
    public String pay(JsonNode accepts, Instant now) {
        return pay(WalletMessages.terms(accepts, NETWORK, "base"), now);
    }

    @Override
    public String pay(JsonNode accepts, long micros, Instant now) {
        return pay(WalletMessages.terms(accepts, NETWORK, "base").put("amount", Long.toString(micros)), now);
    }

    private String pay(ObjectNode terms, Instant now) {
        var authorization = new TransferAuthorization(
                address,
                terms.path("payTo").asText(),
                new BigInteger(terms.path("amount").asText()),
                BigInteger.ZERO,
                BigInteger.valueOf(
                        now.getEpochSecond() + terms.path("maxTimeoutSeconds").asLong()),
                "0x" + WalletMessages.nonce(random, 32));
        var extra = terms.path("extra");
        var token = new TransferAuthorization.Token(
                extra.path("name").asText(),
                extra.path("version").asText(),
                8453,
                terms.path("asset").asText());
        var payload = Json.object()
                .put(
                        "signature",
                        Secp256k1.sign(authorization.digest(token), key).hex());
        payload.putObject("authorization")
                .put("from", authorization.from())
                .put("to", authorization.to())
                .put("value", authorization.value().toString())
                .put("validAfter", authorization.validAfter().toString())
                .put("validBefore", authorization.validBefore().toString())
                .put("nonce", authorization.nonce());
        return WalletMessages.payment(terms, payload);
    }

    @Override
    public String toString() {
        return address;
    }
}
