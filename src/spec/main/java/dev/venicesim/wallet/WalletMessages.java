package dev.venicesim.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.crypto.Hex;
import dev.venicesim.json.Json;
import dev.venicesim.wallet.protocol.SignInMessage;
import dev.venicesim.wallet.protocol.WalletAddress.Family;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;

/** Messages that both kinds of wallet put on the wire. */
final class WalletMessages {

    private static final int LIFETIME_SECONDS = 300;

    private WalletMessages() {}

    static SignInMessage message(
            Family family, String address, String chain, String baseUrl, String nonce, Instant now) {
        var issuedAt = now.truncatedTo(ChronoUnit.MILLIS);
        return new SignInMessage(
                family,
                URI.create(baseUrl).getRawAuthority(),
                address,
                "Sign in to Venice AI",
                baseUrl,
                "1",
                chain,
                nonce,
                issuedAt.toString(),
                issuedAt.plusSeconds(LIFETIME_SECONDS).toString(),
                "",
                "",
                List.of());
    }

    static String nonce(SecureRandom random, int bytes) {
        var nonce = new byte[bytes];
        random.nextBytes(nonce);
        return Hex.digits(nonce);
    }

    /** The terms of one network among those offered, in a copy. */
    static ObjectNode terms(JsonNode accepts, String caip2, String shortName) {
        return StreamSupport.stream(accepts.spliterator(), false)
                .filter(terms ->
                        List.of(caip2, shortName).contains(terms.path("network").asText()))
                .findFirst()
                .<ObjectNode>map(JsonNode::deepCopy)
                .orElseThrow(
                        () -> new IllegalArgumentException("nothing is accepted on " + shortName + ": " + accepts));
    }

    static String payment(ObjectNode terms, ObjectNode payload) {
        var payment = Json.object().put("x402Version", 2);
        payment.set("payload", payload);
        payment.set("accepted", terms);
        return encoded(payment);
    }

    static String encoded(ObjectNode json) {
        return HeaderBase64.encode(Json.bytes(json));
    }
}
