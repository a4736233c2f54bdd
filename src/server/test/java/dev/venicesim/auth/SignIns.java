package dev.venicesim.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.AcceptedCredentials;
import dev.venicesim.crypto.Eip191;
import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.crypto.Secp256k1;
import dev.venicesim.crypto.Vectors;
import dev.venicesim.json.Json;
import dev.venicesim.wallet.protocol.SignInMessage;
import dev.venicesim.wallet.protocol.WalletAddress.Family;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Sign-ins of one wallet, changed before or after they are signed. */
final class SignIns {

    static final Instant NOW = Vectors.NOW;
    static final String HOST = "127.0.0.1:8080";
    static final String ADDRESS = "0x1e5091E64a668eCF03f07F365dfab0612Df2806E";

    private static final BigInteger KEY =
            new BigInteger(Vectors.load("accounts").get(0).path("key").asText().substring(2), 16);

    private SignIns() {}

    /** A good sign-in but for what the changes make of the text before it is signed, and of the payload after. */
    static String header(UnaryOperator<String> text, UnaryOperator<ObjectNode> payload) {
        var message = new SignInMessage(
                Family.EVM,
                HOST,
                ADDRESS,
                "Sign in to Venice AI",
                "http://" + HOST + "/api/v1/video/queue",
                "1",
                "8453",
                "0123456789abcdef",
                "2026-08-21T12:00:00.000Z",
                "2026-08-21T12:05:00.000Z",
                "",
                "",
                List.of());
        var signed = text.apply(message.text());
        return encoded(payload.apply(Json.object()
                .put("address", ADDRESS)
                .put("message", signed)
                .put("signature", sign(signed))
                .put("timestamp", NOW.toEpochMilli())
                .put("chainId", 8453)));
    }

    static String withText(UnaryOperator<String> change) {
        return header(change, payload -> payload);
    }

    static String withPayload(UnaryOperator<ObjectNode> change) {
        return header(text -> text, change);
    }

    static String good() {
        return withText(text -> text);
    }

    static String sign(String text) {
        return Secp256k1.sign(Eip191.digest(text), KEY).hex();
    }

    static String encoded(JsonNode payload) {
        return HeaderBase64.encode(Json.bytes(payload));
    }

    static AuthRequest request(AcceptedCredentials accepts, String header) {
        return new AuthRequest(List.of(), List.of(header), List.of(), accepts, List.of(HOST));
    }
}
