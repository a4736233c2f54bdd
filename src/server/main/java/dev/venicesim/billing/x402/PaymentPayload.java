package dev.venicesim.billing.x402;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.X402Errors;
import dev.venicesim.error.X402Errors.PaymentCode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.util.Optional;

/**
 * A payment header's JSON: version 2 names the terms it accepted, the flat form of version 1 only scheme and network,
 * which some clients send as version 2.
 *
 * @param terms where scheme and network stand
 * @param payload what the network's own rules read
 */
record PaymentPayload(JsonNode terms, boolean isFlat, JsonNode payload) {

    private static final int MAX_HEADER = 16_384;

    static Verdict<PaymentPayload> read(String header) {
        return header.length() > MAX_HEADER
                ? refuse(PaymentCode.INVALID_PAYMENT_FORMAT, "the header is longer than 16384 letters")
                : HeaderBase64.decode(header.strip())
                        .flatMap(PaymentPayload::json)
                        .map(PaymentPayload::of)
                        .orElseGet(
                                () -> refuse(PaymentCode.INVALID_PAYMENT_FORMAT, "the header is not base64 of JSON"));
    }

    /** A field of the terms as text; empty if it is not there or no text. */
    String term(String name) {
        return terms.path(name).asText("");
    }

    static <T> Verdict<T> refuse(PaymentCode code, String why) {
        return Verdict.refuse(
                X402Errors.payment(code), code + ": " + why + " (docs/api/wallets.md, \"Errors of a top up\")");
    }

    private static Verdict<PaymentPayload> of(JsonNode whole) {
        var version = whole.path("x402Version");
        if (!whole.isObject() || !version.isIntegralNumber() || version.asInt() < 1 || version.asInt() > 2) {
            return refuse(PaymentCode.INVALID_PAYMENT_FORMAT, "x402Version is neither 1 nor 2");
        }
        if (!whole.path("payload").isObject()) {
            return refuse(PaymentCode.INVALID_PAYMENT, "there is no payload object");
        }
        if (whole.path("scheme").isTextual()) {
            return Verdict.accept(new PaymentPayload(whole, true, whole.path("payload")));
        }
        var accepted = whole.path("accepted");
        if (!accepted.isObject() || !accepted.path("maxTimeoutSeconds").isIntegralNumber()) {
            return refuse(PaymentCode.INVALID_PAYMENT_FORMAT, "accepted or its maxTimeoutSeconds is missing");
        }
        return Verdict.accept(new PaymentPayload(accepted, false, whole.path("payload")));
    }

    private static Optional<JsonNode> json(byte[] document) {
        try {
            return Optional.of(Json.read(document));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
