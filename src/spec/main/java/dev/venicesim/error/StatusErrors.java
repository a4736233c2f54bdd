package dev.venicesim.error;

import dev.venicesim.api.Verified;

/** The API's own error for a status of which nothing else is known, as a fault answers it. */
public final class StatusErrors {

    private StatusErrors() {}

    /**
     * The text that the OpenAPI file or the error table has for a status; a status without one says that it was
     * simulated.
     */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/errors.md#statuses-of-the-calls, docs/api/errors.md#the-error-table")
    public static ApiError of(int status) {
        return switch (status) {
            case 400 -> JobErrors.rejected(400, JobErrors.REJECTED_INPUT);
            case 401 -> AuthErrors.authenticationFailed();
            case 402 -> PaymentErrors.insufficientBalance(false);
            case 403 -> RequestErrors.unavailableInRegion();
            case 404 -> JobErrors.mediaNotFound();
            case 410 -> RequestErrors.modelRemoved();
            case 413 -> RequestErrors.payloadTooLarge();
            case 415 -> RequestErrors.invalidContentType();
            case 422 -> ConsentErrors.contentPolicyViolation(ContentForm.MESSAGE);
            case 429 -> LimitErrors.rateLimitExceeded();
            case 500 -> JobErrors.inferenceFailed(JobErrors.INFERENCE_FAILED);
            case 502 -> JobErrors.unfetchable();
            case 503 -> JobErrors.atCapacity();
            case 504 -> timedOut();
            default -> ApiError.standard(status, "Simulated " + status);
        };
    }

    private static ApiError timedOut() {
        return ApiError.standard(
                504,
                "The request took too long to complete and was timed-out. For long-running inference requests, "
                        + "use the streaming API by setting `stream=true` in your request.");
    }
}
