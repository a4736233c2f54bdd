package dev.venicesim.error;

import dev.venicesim.api.Verified;

/**
 * The errors of retrieve and complete. A provider's refusal of content is not among them; see the consent errors.
 */
public final class JobErrors {

    /** Text of a generation that broke. */
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#failed-generations")
    public static final String INFERENCE_FAILED = "Inference processing failed";

    /** Text of an input the provider rejected, where the rejection has no text of its own. */
    @Verified(on = "2026-10-02", source = "docs/api/retrieve.md#inputs-the-provider-rejects")
    public static final String REJECTED_INPUT = "Invalid request parameters";

    private JobErrors() {}

    /** Media that was there once: deleted, completed, expired. The doubled word is the API's own. */
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#media-not-found")
    public static ApiError mediaNotFound() {
        return ApiError.standard(404, "Media could not be found. Request may may be invalid, expired, or deleted.");
    }

    /** The same, as the error table of the later edition prints it. */
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#media-not-found")
    public static ApiError mediaNotFoundSingleMay() {
        return ApiError.standard(404, "Media could not be found. Request may be invalid, expired, or deleted.");
    }

    /** The text of a request id the API does not know; under quirk {@code complete=400} every complete answers so. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/errors.md#ids-that-are-not-valid, docs/api/complete.md#complete-in-practice")
    public static ApiError requestIdInvalid() {
        return ApiError.standard(400, "Request ID is invalid.");
    }

    /** A generation that broke, replayed on every poll. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/errors.md#failed-generations, docs/api/retrieve.md#failures-are-replayed")
    public static ApiError inferenceFailed(String message) {
        return ApiError.standard(500, message);
    }

    /** An input the provider rejected after the 200, replayed on every poll with the provider's own text. */
    @Verified(on = "2026-10-02", source = "docs/api/retrieve.md#inputs-the-provider-rejects")
    public static ApiError rejected(int status, String message) {
        return ApiError.standard(status, message);
    }

    /** No room for now; the job goes on. */
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#failed-generations")
    public static ApiError atCapacity() {
        return ApiError.standard(503, "The model is at capacity. Please try again later.");
    }

    /**
     * The video is made but could not be fetched from the provider, this time. The status was observed; the text is
     * ours.
     */
    @Verified(on = "2026-10-02", source = "docs/api/retrieve.md#failures-are-replayed; no body on record")
    public static ApiError unfetchable() {
        return ApiError.standard(
                502, "The generated video could not be fetched from the provider. Please try again later.");
    }
}
