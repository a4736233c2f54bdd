package dev.venicesim.consent;

import dev.venicesim.api.Verified;

/** Role of a medium in a request; {@code face_media_roles} lists them in this order. */
@Verified(on = "2026-08-21", source = "docs/api/consent-and-content.md#roles-of-face-media")
public enum FaceMediaRole {
    IMAGE("image", true),
    END_IMAGE("end_image", true),
    REFERENCE_IMAGE("reference_image", true),
    VIDEO("video", false),
    REFERENCE_VIDEO("reference_video", false);

    private final String wire;
    private final boolean image;

    FaceMediaRole(String wire, boolean image) {
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
