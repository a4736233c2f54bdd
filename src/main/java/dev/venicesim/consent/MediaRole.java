package dev.venicesim.consent;

import dev.venicesim.error.Verified;

/** What part a medium plays in a request; {@code face_media_roles} lists them in this order. */
@Verified(on = "2026-08-21", source = "api-facts 4, OpenAPI files of both editions")
public enum MediaRole {
    IMAGE("image", true),
    END_IMAGE("end_image", true),
    REFERENCE_IMAGE("reference_image", true),
    VIDEO("video", false),
    REFERENCE_VIDEO("reference_video", false);

    private final String wire;
    private final boolean image;

    MediaRole(String wire, boolean image) {
        this.wire = wire;
        this.image = image;
    }

    /** The API's name for it. */
    public String wire() {
        return wire;
    }

    public boolean isImage() {
        return image;
    }
}
