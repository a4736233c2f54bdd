package dev.venicesim.error;

import dev.venicesim.api.Verified;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.Map;

/** Refusals of a request for its form: its bytes, its type, its shape, its model. */
public final class RequestErrors {

    private RequestErrors() {}

    /**
     * 400 with every problem of the request. The key order is the recorded one, which is also that of the documented
     * schema.
     *
     * @param violations at least one, in the order of the schema's fields
     */
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#the-detailed-error")
    public static ApiError invalid(List<Violation> violations) {
        var body = Json.object();
        body.set("details", ZodTree.of(violations));
        body.put("error", "Invalid request parameters");
        body.set("issues", ViolationJson.issues(violations));
        return new ApiError(400, body, Map.of());
    }

    /** A model past its removal. The status is documented, its text is not. */
    @Verified(on = "2026-08-21", source = "docs/api/models.md#deprecation-and-removal")
    public static ApiError modelRemoved() {
        return ApiError.standard(410, "The specified model has been removed");
    }

    /** 400 for a body that is not JSON. */
    @Verified(on = "2026-10-02", source = "docs/api/errors.md#plain-request-errors")
    public static ApiError invalidJson() {
        return ApiError.standard(400, "Invalid JSON request");
    }

    /** 415 for a body that is not declared JSON. */
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#plain-request-errors")
    public static ApiError invalidContentType() {
        return ApiError.standard(415, "Invalid request content-type");
    }

    /** 400 for the same; quirk {@code invalid-content-type=400}. */
    @Verified(on = "2026-10-02", source = "docs/api/errors.md#plain-request-errors")
    public static ApiError contentTypeMustBeJson() {
        return ApiError.standard(400, "'Content-Type' must be 'application/json'");
    }

    /** 413 for a body past 35 MB. */
    @Verified(on = "2026-10-02", source = "docs/api/errors.md#payload-too-large")
    public static ApiError payloadTooLarge() {
        return tooLarge("Request body exceeds the maximum allowed size.");
    }

    /** The same with the text of the error table; quirk {@code payload-too-large=table}. */
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#the-error-table")
    public static ApiError payloadTooLargeTableText() {
        return tooLarge("The request payload is too large. Please reduce the size of your request.");
    }

    /** 404 for an id that is not in the catalogue. */
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#models-that-are-not-found")
    public static ApiError modelNotFound() {
        return ApiError.standard(404, "Specified model not found");
    }

    /** The same with the id; quirk {@code unknown-model=404-named}. */
    @Verified(on = "2026-10-02", source = "docs/api/errors.md#models-that-are-not-found")
    public static ApiError modelNotFound(String id) {
        return ApiError.standard(404, "Specified model not found: " + id);
    }

    /** The same where an id is near to it. The words of the suggestion are the recorded ones, how they join is ours. */
    @Verified(on = "2026-10-02", source = "docs/api/errors.md#models-that-are-not-found")
    public static ApiError modelNotFound(String id, String nearest) {
        return ApiError.standard(404, "Specified model not found: " + id + ". Did you mean: " + nearest + "?");
    }

    /** 400 for the same; quirk {@code unknown-model=400}. */
    @Verified(on = "2026-08-21", source = "docs/api/disagreements.md#unknown-models")
    public static ApiError invalidModel() {
        return ApiError.standard(400, "Invalid model specified");
    }

    /**
     * 403 for a model that may not be had where the caller is; no request of the simulator's brings it on by itself, a
     * fault does.
     */
    @Verified(on = "2026-08-21", source = "docs/api/errors.md#models-that-are-not-for-this-region")
    public static ApiError unavailableInRegion() {
        return ApiError.standard(
                403,
                "The specified model is unavailable in your region. Use of Tor, VPNs, proxies, or other means to "
                        + "circumvent this restriction is a violation of our Terms of Service.");
    }

    /** 400 for a request without a model; quirk {@code missing-model=plain}. */
    @Verified(
            on = "2026-10-02",
            source = "docs/api/errors.md#plain-request-errors, docs/api/retrieve.md#a-missing-model")
    public static ApiError modelRequired() {
        return ApiError.standard(400, "model is required");
    }

    /** 400 for a model that is not text; quirk {@code missing-model=plain}. */
    @Verified(
            on = "2026-10-02",
            source = "docs/api/errors.md#plain-request-errors, docs/api/retrieve.md#a-missing-model")
    public static ApiError modelMustBeString() {
        return ApiError.standard(400, "model must be a string");
    }

    private static ApiError tooLarge(String message) {
        var body = Json.object().put("code", "PAYLOAD_TOO_LARGE").put("error", message);
        return new ApiError(413, body, Map.of());
    }
}
