package dev.venicesim.error;

import dev.venicesim.api.Verified;

/**
 * Refusals of a request for its media: what they are, how large, how long. Verified 2026-08-21,
 * docs/api/errors.md#the-error-table.
 */
@Verified(on = "2026-08-21", source = "docs/api/errors.md#the-error-table")
public final class MediaErrors {

    private MediaErrors() {}

    /** 400, INVALID_AUDIO_FORMAT. */
    public static ApiError invalidAudioFormat() {
        return ApiError.standard(400, "Invalid audio format. Supported formats are WAV and MP3.");
    }

    /** 400, INVALID_VIDEO_FORMAT. */
    public static ApiError invalidVideoFormat() {
        return ApiError.standard(
                400, "Invalid video format. Supported formats include MP4, MOV, WebM, MKV, AVI, and others.");
    }

    /** 400, CORRUPTED_IMAGE. */
    public static ApiError corruptedImage() {
        return ApiError.standard(400, "The image file is corrupted or unreadable");
    }

    /** 400, IMAGE_TOO_SMALL. */
    public static ApiError imageTooSmall() {
        return ApiError.standard(400, "Image dimensions are too small");
    }

    /** 422, IMAGE_TOO_LARGE. */
    public static ApiError imageTooLarge() {
        return ApiError.standard(422, "Image dimensions exceed the maximum allowed.");
    }

    /** 422, VIDEO_DURATION_TOO_LONG. */
    public static ApiError videoTooLong() {
        return ApiError.standard(422, "Video duration exceeds the maximum allowed.");
    }

    /** 422, VIDEO_DURATION_TOO_SHORT. */
    public static ApiError videoTooShort() {
        return ApiError.standard(422, "Video duration is too short.");
    }
}
