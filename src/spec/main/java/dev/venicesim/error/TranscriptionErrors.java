package dev.venicesim.error;

import dev.venicesim.api.Verified;

/** The refusals of transcriptions. */
public final class TranscriptionErrors {

    private TranscriptionErrors() {}

    /**
     * 410 for every call; quirk {@code transcriptions=410}. Status and headers were observed; of the body only that
     * there is one, so its words are the simulator's own.
     */
    @Verified(on = "2026-10-02", source = "docs/api/transcriptions.md#transcriptions-are-closed")
    public static ApiError sunset() {
        return ApiError.standard(410, "This endpoint was sunset. Use POST /api/v1/chat/completions with a video input.")
                .withHeader("Deprecation", "true")
                .withHeader(
                        "Link",
                        "</api/v1/chat/completions>; rel=\"successor-version\", </api/v1/models>; rel=\"describedby\"");
    }
}
