package dev.venicesim.error;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import java.util.Map;

/**
 * The codes of the API's error table, by the text that is sent. On the wire most errors carry the text alone; some
 * clients' fixtures have the code beside it.
 */
@Verified(
        on = "2026-08-21",
        source = "docs/api/errors.md#the-error-table, docs/api/disagreements.md#codes-beside-error-texts")
public final class ErrorCodes {

    private static final Map<String, String> BY_TEXT = Map.ofEntries(
            Map.entry("Authentication failed", "AUTHENTICATION_FAILED"),
            Map.entry(
                    "Authentication failed - Pro subscription is inactive. Please upgrade your subscription to continue using the API",
                    "AUTHENTICATION_FAILED_INACTIVE_KEY"),
            Map.entry("Invalid Sign-in-with-x signature", "X402_INVALID_SIGN_IN"),
            Map.entry("This model is only available to Pro users", "PRO_ONLY_MODEL"),
            Map.entry(
                    "Insufficient USD or Diem balance to complete request. Visit https://venice.ai/settings/api to add credits.",
                    "INSUFFICIENT_BALANCE"),
            Map.entry("Unauthorized access", "UNAUTHORIZED"),
            Map.entry(
                    "API access has been disabled for this account. Please contact support@venice.ai",
                    "API_ACCESS_DISABLED"),
            Map.entry("You can only access resources for your own wallet", "X402_WALLET_MISMATCH"),
            Map.entry("Invalid request parameters", "INVALID_REQUEST"),
            Map.entry("Invalid model specified", "INVALID_MODEL"),
            Map.entry("Request ID is invalid.", "REQUEST_ID_NOT_FOUND"),
            Map.entry("Invalid audio format. Supported formats are WAV and MP3.", "INVALID_AUDIO_FORMAT"),
            Map.entry(
                    "Invalid video format. Supported formats include MP4, MOV, WebM, MKV, AVI, and others.",
                    "INVALID_VIDEO_FORMAT"),
            Map.entry("The image file is corrupted or unreadable", "CORRUPTED_IMAGE"),
            Map.entry("Image dimensions are too small", "IMAGE_TOO_SMALL"),
            Map.entry("Specified model not found", "MODEL_NOT_FOUND"),
            Map.entry("Media could not be found. Request may may be invalid, expired, or deleted.", "MEDIA_NOT_FOUND"),
            Map.entry("Media could not be found. Request may be invalid, expired, or deleted.", "MEDIA_NOT_FOUND"),
            Map.entry("Invalid request content-type", "INVALID_CONTENT_TYPE"),
            Map.entry("Video duration exceeds the maximum allowed.", "VIDEO_DURATION_TOO_LONG"),
            Map.entry("Video duration is too short.", "VIDEO_DURATION_TOO_SHORT"),
            Map.entry("Image dimensions exceed the maximum allowed.", "IMAGE_TOO_LARGE"),
            Map.entry("Rate limit exceeded", "RATE_LIMIT_EXCEEDED"),
            Map.entry("The model is currently overloaded. Please try again later.", "MODEL_OVERLOADED"),
            Map.entry("Inference processing failed", "INFERENCE_FAILED"),
            Map.entry("An unknown error occurred", "UNKNOWN_ERROR"),
            Map.entry("The model is temporarily offline. Please try again later.", "MODEL_OFFLINE"),
            Map.entry("The model is at capacity. Please try again later.", "MODEL_AT_CAPACITY"));

    private ErrorCodes() {}

    /** The same error with its code beside the text, if the table has one and the error carries none. */
    public static ApiError beside(ApiError error) {
        var code = BY_TEXT.get(error.body().path("error").asText());
        if (code == null || error.body().has("code") || !(error.body() instanceof ObjectNode body)) {
            return error;
        }
        return new ApiError(error.status(), body.deepCopy().put("code", code), error.headers());
    }
}
