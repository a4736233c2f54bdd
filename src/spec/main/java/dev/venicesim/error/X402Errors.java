package dev.venicesim.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The errors of payments over x402: the 402 bodies, whose addresses and challenges the caller passes in, and the
 * refusals of a top-up, which have the form {@code {"error": CODE, "message": ...}}.
 */
public final class X402Errors {

    /** The header that repeats a 402's requirements as base64 JSON. */
    public static final String PAYMENT_REQUIRED = "PAYMENT-REQUIRED";

    /** What can be wrong with a payment. */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#errors-of-a-top-up")
    public enum PaymentCode {
        INVALID_PAYMENT_FORMAT(400, "The payment header is not a base64-encoded x402 payment payload"),
        INVALID_PAYMENT(400, "The payment payload is incomplete"),
        UNSUPPORTED_NETWORK(400, "The payment network is not supported"),
        INVALID_PAYMENT_RECIPIENT(400, "The payment is not made out to the receiver wallet"),
        UNSUPPORTED_TOKEN(400, "Only USDC is accepted"),
        UNSUPPORTED_SCHEME(400, "Only the exact payment scheme is supported"),
        INVALID_AMOUNT(400, "The payment amount is not a valid number of token units"),
        INVALID_PAYMENT_PAYER(400, "The payer is not a valid wallet address"),
        AMOUNT_TOO_LOW(400, "The payment is below the minimum top-up of $5"),
        AMOUNT_TOO_HIGH(400, "The payment is above the maximum top-up of $10000"),
        PAYMENT_VERIFICATION_FAILED(400, "The payment could not be verified"),
        SETTLEMENT_FAILED(402, "The payment could not be settled"),
        PAYMENT_IN_PROGRESS(409, "This payment is already being processed"),
        X402_NOT_CONFIGURED(503, "x402 payments are not configured"),
        SETTLEMENT_TIMEOUT(504, "The payment was not settled in time"),
        PAYMENT_HEADER_NOT_ACCEPTED(
                400, "Payments are not accepted on this endpoint. Top up through POST /api/v1/x402/top-up");

        private final int status;
        private final String message;

        PaymentCode(int status, String message) {
            this.status = status;
            this.message = message;
        }
    }

    private X402Errors() {}

    /**
     * A refused payment. Status and code were observed; of the messages only that they exist is known, so these are the
     * simulator's own.
     */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#errors-of-a-top-up")
    public static ApiError payment(PaymentCode code) {
        return payment(code, code.message);
    }

    /** A refused payment with a message of its own. */
    public static ApiError payment(PaymentCode code, String message) {
        return new ApiError(code.status, Json.object().put("error", code.name()).put("message", message), Map.of());
    }

    /** A refused payment with the machine-readable reason that the OpenAPI file places in {@code details}. */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#errors-of-a-top-up")
    public static ApiError verificationFailed(String reason) {
        var error = payment(PaymentCode.PAYMENT_VERIFICATION_FAILED);
        ObjectNode body = error.body().deepCopy();
        body.putObject("details").put("reason", reason);
        return new ApiError(error.status(), body, Map.of());
    }

    /**
     * 402 for a call without credentials: what a wallet may pay and how it signs in.
     *
     * @param error the text, which the quirk {@code discovery-text} decides; see {@link #discoveryText}
     */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#the-offer-without-credentials")
    public static ApiError discovery(String error, String resourceUrl, JsonNode accepts, JsonNode challenge) {
        var body = requirements(error, resourceUrl, accepts, challenge);
        var header = header(body);
        var options = body.putObject("authOptions");
        options.putObject("apiKey")
                .put("header", "Authorization: Bearer YOUR_API_KEY")
                .put("getKey", "https://venice.ai/settings/api")
                .put("docs", "https://docs.venice.ai/api-reference");
        options.putObject("x402Wallet")
                .put("header", "SIGN-IN-WITH-X")
                .put("legacyHeader", "X-Sign-In-With-X")
                .put("topUp", "POST /api/v1/x402/top-up")
                .put("docs", "https://docs.venice.ai/api-reference/endpoint/x402/top-up");
        return new ApiError(402, body, Map.of(PAYMENT_REQUIRED, header));
    }

    /** The text of {@link #discovery}: documented, or as observed. */
    @Verified(on = "2026-08-21", source = "docs/api/disagreements.md#text-of-the-offer")
    public static String discoveryText(boolean observed) {
        return observed ? "Authentication required" : "Payment required";
    }

    /**
     * 402 for a signed-in wallet whose credit is below the floor.
     *
     * @param body amounts, instructions and challenge in the order of the document, without the leading texts
     */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#wallets-below-the-floor")
    public static ApiError walletBelowFloor(ObjectNode body, String resourceUrl, JsonNode accepts, JsonNode challenge) {
        var whole = Json.object()
                .put("error", "Payment required")
                .put("code", "PAYMENT_REQUIRED")
                .put("reason", "insufficient_balance")
                .put("message", "Insufficient x402 balance");
        whole.setAll(body);
        var header = header(requirements("Payment required", resourceUrl, accepts, challenge));
        return new ApiError(402, whole, Map.of(PAYMENT_REQUIRED, header));
    }

    /** 402 of the top-up route without a payment: what it accepts, nothing else. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/wallets.md#terms-of-a-top-up, docs/api/disagreements.md#payment-header-on-top-up")
    public static ApiError topUpRequirements(JsonNode accepts) {
        var body = Json.object().put("x402Version", 2);
        body.set("accepts", accepts);
        return new ApiError(402, body, Map.of(PAYMENT_REQUIRED, header(body)));
    }

    private static ObjectNode requirements(String error, String resourceUrl, JsonNode accepts, JsonNode challenge) {
        var body = Json.object().put("x402Version", 2).put("error", error);
        body.putObject("resource")
                .put("url", resourceUrl)
                .put("description", "Venice API")
                .put("mimeType", "application/json");
        body.set("accepts", accepts);
        body.putObject("extensions").set("sign-in-with-x", challenge);
        return body;
    }

    private static String header(JsonNode body) {
        return new String(Base64.getEncoder().encode(Json.bytes(body)), StandardCharsets.US_ASCII);
    }
}
