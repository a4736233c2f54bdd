package dev.venicesim.validation;

/** What a medium is for in a request. */
public enum MediaRole {
    IMAGE("image", Type.IMAGE),
    END_IMAGE("end_image", Type.IMAGE),
    REFERENCE_IMAGE("reference_image", Type.IMAGE),
    SCENE_IMAGE("scene_image", Type.IMAGE),
    ELEMENT_IMAGE("element_image", Type.IMAGE),
    KEYFRAME("keyframe", Type.IMAGE),
    VIDEO("video", Type.VIDEO),
    REFERENCE_VIDEO("reference_video", Type.VIDEO),
    ELEMENT_VIDEO("element_video", Type.VIDEO),
    AUDIO("audio", Type.AUDIO),
    REFERENCE_AUDIO("reference_audio", Type.AUDIO),
    REFERENCE_DOCUMENT("reference_document", Type.DOCUMENT);

    /** What kind of medium that is. */
    public enum Type {
        IMAGE,
        VIDEO,
        AUDIO,
        DOCUMENT
    }

    private final String label;
    private final Type type;

    MediaRole(String label, Type type) {
        this.label = label;
        this.type = type;
    }

    /** Its name; the five roles of a 409's {@code face_media_roles} carry the wire's own. */
    public String label() {
        return label;
    }

    public Type type() {
        return type;
    }
}
