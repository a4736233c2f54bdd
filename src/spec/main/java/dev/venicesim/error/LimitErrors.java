package dev.venicesim.error;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;

/** The errors of one who asks too often. */
public final class LimitErrors {

    /** Seconds the overload answer tells clients to wait. */
    @Verified(on = "2026-10-02", source = "docs/api/limits-and-headers.md#overload")
    public static final int OVERLOAD_RETRY_AFTER_SECONDS = 30;

    private LimitErrors() {}

    /** The window of this minute is used up; it carries no {@code Retry-After}, since none was seen. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/limits-and-headers.md#too-many-requests,"
                    + " docs/api/disagreements.md#rate-limits-on-video-calls")
    public static ApiError rateLimitExceeded() {
        return ApiError.standard(429, "Rate limit exceeded");
    }

    /** The window of an x402 route, or of closed transcriptions, is used up. */
    @Verified(
            on = "2026-10-02",
            source = "docs/api/wallets.md#limits-of-wallet-routes,"
                    + " docs/api/transcriptions.md#transcriptions-are-closed")
    public static ApiError rateLimitExceededForNow() {
        return ApiError.standard(429, "Rate limit exceeded. Please try again later.");
    }

    @Verified(on = "2026-08-21", source = "docs/api/limits-and-headers.md#too-many-failures")
    public static ApiError tooManyFailed(int allowed, long seconds) {
        return ApiError.standard(429, failed(allowed) + " Please wait " + seconds + "s and try again.");
    }

    /** The longer sentence of the live server. */
    @Verified(on = "2026-10-02", source = "docs/api/limits-and-headers.md#too-many-failures-as-observed")
    public static ApiError tooManyFailedObserved(int allowed, long seconds) {
        return ApiError.standard(
                429,
                failed(allowed) + " Please wait " + seconds + " seconds and try again."
                        + " See https://docs.venice.ai/api-reference/rate-limiting for more information.");
    }

    /** The same text as a second member, which a client was reported to read; where the API has it is not confirmed. */
    @Verified(on = "2026-09-21", source = "docs/api/edition-2026-10-02.md#headers-of-october")
    public static ApiError withCustomMessage(ApiError error) {
        var body = error.body().<ObjectNode>deepCopy();
        body.set("customMessage", body.path("error"));
        return new ApiError(error.status(), body, error.headers());
    }

    /** The provider is overloaded, whatever this caller did. */
    @Verified(on = "2026-08-21", source = "docs/api/limits-and-headers.md#overload")
    public static ApiError modelOverloaded() {
        return ApiError.standard(429, "The model is currently overloaded. Please try again later.")
                .withHeader("Retry-After", Integer.toString(OVERLOAD_RETRY_AFTER_SECONDS));
    }

    private static String failed(int allowed) {
        return "Too many failed attempts (> " + allowed + ") resulting in a non-success status code.";
    }
}
