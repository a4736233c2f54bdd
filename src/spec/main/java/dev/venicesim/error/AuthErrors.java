package dev.venicesim.error;

import dev.venicesim.api.Verified;
import dev.venicesim.json.Json;
import java.util.Map;

/** The errors of the question "who": keys, sign-ins, wallets. */
public final class AuthErrors {

    /**
     * The reasons for refusing a sign-in that were seen beside the text, without their prefix {@code X402_SIGN_IN_}.
     */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#errors-of-a-sign-in")
    public enum SignInCode {
        INVALID_PAYLOAD,
        PARSE_ERROR,
        INVALID_MESSAGE,
        ADDRESS_MISMATCH,
        INVALID_CHAIN_ID,
        CHAIN_MISMATCH,
        UNSUPPORTED_CHAIN,
        MISSING_NONCE,
        DOMAIN_MISMATCH,
        TIMESTAMP_MISMATCH,
        EXPIRED,
        FUTURE_TIMESTAMP,
        NOT_BEFORE,
        INVALID_SIGNATURE,
        INVALID_WALLET,
        NONCE_REUSED;

        /** As the wire carries it. */
        public String wire() {
            return "X402_SIGN_IN_" + name();
        }
    }

    private AuthErrors() {}

    /** 401 for a key that is missing on a route for keys, malformed, or unknown. */
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#refused-keys")
    public static ApiError authenticationFailed() {
        return ApiError.standard(401, "Authentication failed");
    }

    /** 401 for a key whose subscription has lapsed. */
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#refused-keys")
    public static ApiError subscriptionInactive() {
        return ApiError.standard(
                401,
                "Authentication failed - Pro subscription is inactive. Please upgrade your subscription to continue using the API");
    }

    /** 403 for a key whose {@code modelPrivacy} shuts a model out; the code was seen, the words are ours. */
    @Verified(on = "2026-10-02", source = "docs/api/edition-2026-10-02.md#privacy-of-a-key")
    public static ApiError modelPrivacy() {
        return new ApiError(
                403,
                Json.object()
                        .put("error", "This API key may use private models only")
                        .put("code", "MODEL_PRIVACY_RESTRICTED"),
                Map.of());
    }

    /** 401 for a free account on a model for Pro users. */
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#refused-keys")
    public static ApiError proOnly() {
        return ApiError.standard(401, "This model is only available to Pro users");
    }

    /** 403 where a key may not do this. */
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#refused-keys")
    public static ApiError unauthorizedAccess() {
        return ApiError.standard(403, "Unauthorized access");
    }

    /** 401 for any sign-in that does not hold, in the documented form. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/wallets.md#errors-of-a-sign-in, docs/api/disagreements.md#codes-of-a-bad-sign-in")
    public static ApiError invalidSignIn() {
        return ApiError.standard(401, "Invalid Sign-in-with-x signature");
    }

    /** 401 for a sign-in that does not hold, in the form observed on inference routes. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/wallets.md#errors-of-a-sign-in, docs/api/disagreements.md#codes-of-a-bad-sign-in")
    public static ApiError invalidSignIn(SignInCode code) {
        return new ApiError(
                401,
                Json.object()
                        .put("error", "Sign-in-with-X authentication failed")
                        .put("code", code.wire()),
                Map.of());
    }

    /** 403 for a wallet that asks for another's resources, in the documented text. */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#another-wallet")
    public static ApiError walletMismatch() {
        return ApiError.standard(403, "You can only access resources for your own wallet");
    }

    /** 403 for a wallet that asks for another's balance, in the observed text. */
    @Verified(on = "2026-08-21", source = "docs/api/disagreements.md#text-for-another-wallet")
    public static ApiError walletBalanceMismatch() {
        return ApiError.standard(403, "You can only access balance for your own wallet");
    }

    /** 401 for another key than an admin key on the log of refused requests; quirk {@code rate-limit-log-key}. */
    @Verified(on = "2026-10-02", source = "docs/api/limits-and-headers.md#log-of-refused-requests")
    public static ApiError adminKeyRequired() {
        return ApiError.standard(401, "Admin API key required");
    }

    /** 429 for the sixth request a wallet has under way. */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#requests-at-once")
    public static ApiError tooManyConcurrent() {
        return new ApiError(
                429,
                Json.object().put("error", "Too many concurrent requests").put("code", "X402_CONCURRENCY_LIMIT"),
                Map.of());
    }

    /** 503 of the simulator's own: a sign-in that cannot be checked because a library is missing. */
    public static ApiError cannotCheckSignIn(String remedy) {
        return ApiError.standard(503, remedy);
    }
}
