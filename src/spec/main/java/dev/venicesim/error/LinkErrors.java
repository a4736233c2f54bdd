package dev.venicesim.error;

import dev.venicesim.api.Verified;

/**
 * The errors of download links. Their statuses are documented (docs/api/download-links.md#statuses-of-a-link), their
 * bodies are not: the one body ever seen is {@link #notFound()}'s, the others
 * are chosen in the same form.
 */
public final class LinkErrors {

    private LinkErrors() {}

    /** Of a link that is unknown, forged, not yet ready, or, by quirk, deleted. */
    @Verified(on = "2026-10-02", source = "docs/api/download-links.md#deleting-a-link")
    public static ApiError notFound() {
        return ApiError.standard(404, "object not found");
    }

    @Verified(on = "2026-08-21", source = "docs/api/download-links.md#statuses-of-a-link; status only")
    public static ApiError expired() {
        return gone("has expired");
    }

    @Verified(on = "2026-08-21", source = "docs/api/download-links.md#statuses-of-a-link; status only")
    public static ApiError usedUp() {
        return gone("has been used up");
    }

    @Verified(on = "2026-08-21", source = "docs/api/download-links.md#statuses-of-a-link; status only")
    public static ApiError revoked() {
        return gone("has been revoked");
    }

    @Verified(on = "2026-08-21", source = "docs/api/download-links.md#a-link-and-its-network; status chosen")
    public static ApiError otherNetwork() {
        return gone("is in use from another network");
    }

    @Verified(on = "2026-08-21", source = "docs/api/download-links.md#statuses-of-a-link; status only")
    public static ApiError tooManyFetches() {
        return ApiError.standard(429, "Rate limit exceeded");
    }

    private static ApiError gone(String what) {
        return ApiError.standard(410, "This download link " + what + ".");
    }
}
