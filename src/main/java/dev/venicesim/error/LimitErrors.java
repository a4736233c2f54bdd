package dev.venicesim.error;

/** The errors of one who asks too often. */
public final class LimitErrors {

    /** Seconds the overload answer tells clients to wait. */
    @Verified(on = "2026-10-02", source = "observed-behaviour A5")
    public static final int OVERLOAD_RETRY_AFTER_SECONDS = 30;

    private LimitErrors() {}

    /** The window of this minute is used up; it carries no {@code Retry-After}, since none was seen. */
    @Verified(on = "2026-08-21", source = "api-facts 7, 8.1 RATE_LIMIT_EXCEEDED and 11 #57")
    public static ApiError rateLimitExceeded() {
        return ApiError.standard(429, "Rate limit exceeded");
    }

    /** The window of an x402 route is used up. */
    @Verified(on = "2026-10-02", source = "api-facts 3.4")
    public static ApiError walletRateLimitExceeded() {
        return ApiError.standard(429, "Rate limit exceeded. Please try again later.");
    }

    @Verified(on = "2026-08-21", source = "api-facts 7 and 11 #56")
    public static ApiError tooManyFailed(int allowed, long seconds) {
        return ApiError.standard(429, failed(allowed) + " Please wait " + seconds + "s and try again.");
    }

    /** The longer sentence of the live server. */
    @Verified(on = "2026-10-02", source = "observed-behaviour A5")
    public static ApiError tooManyFailedObserved(int allowed, long seconds) {
        return ApiError.standard(
                429,
                failed(allowed) + " Please wait " + seconds + " seconds and try again."
                        + " See https://docs.venice.ai/api-reference/rate-limiting for more information.");
    }

    /** The provider is overloaded, whatever this caller did. */
    @Verified(on = "2026-08-21", source = "api-facts 7, 8.1 MODEL_OVERLOADED")
    public static ApiError modelOverloaded() {
        return ApiError.standard(429, "The model is currently overloaded. Please try again later.")
                .withHeader("Retry-After", Integer.toString(OVERLOAD_RETRY_AFTER_SECONDS));
    }

    private static String failed(int allowed) {
        return "Too many failed attempts (> " + allowed + ") resulting in a non-success status code.";
    }
}
