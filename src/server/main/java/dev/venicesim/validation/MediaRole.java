package dev.venicesim.validation;

import dev.venicesim.catalog.RequestField;
import java.util.Set;

/** Role of a medium in a request: what it is for. */
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

    /** What the media of a field are for; nothing for a field that holds none. */
    public static Set<MediaRole> of(RequestField field) {
        return switch (field) {
            case IMAGE_URL -> Set.of(IMAGE);
            case END_IMAGE_URL -> Set.of(END_IMAGE);
            case AUDIO_URL -> Set.of(AUDIO);
            case VIDEO_URL -> Set.of(VIDEO);
            case REFERENCE_IMAGE_URLS -> Set.of(REFERENCE_IMAGE);
            case REFERENCE_VIDEO_URLS -> Set.of(REFERENCE_VIDEO);
            case REFERENCE_AUDIO_URLS -> Set.of(REFERENCE_AUDIO);
            case REFERENCE_DOCUMENT_URLS -> Set.of(REFERENCE_DOCUMENT);
            case SCENE_IMAGE_URLS -> Set.of(SCENE_IMAGE);
            case ELEMENTS -> Set.of(ELEMENT_IMAGE, ELEMENT_VIDEO);
            case KEYFRAMES -> Set.of(KEYFRAME);
            case IMAGE_REFERENCES -> Set.of(REFERENCE_IMAGE);
            case VIDEO_REFERENCES -> Set.of(REFERENCE_VIDEO, REFERENCE_AUDIO);
            case PROMPT,
                    DURATION,
                    ASPECT_RATIO,
                    RESOLUTION,
                    UPSCALE_FACTOR,
                    AUDIO,
                    OMNI_REFERENCE_TASK_TYPE,
                    BITRATE_MODE,
                    CAMERA_TRAJECTORY,
                    VOICE_ID,
                    ENHANCEMENT_MODEL,
                    TARGET_FPS,
                    SOFTNESS,
                    CREATIVITY,
                    REALISM,
                    SHARP,
                    COMPRESSION,
                    NOISE,
                    HALO,
                    GRAIN,
                    RECOVER_DETAIL,
                    H264_OUTPUT,
                    OUTPUT_FORMAT,
                    SLOWDOWN_FACTOR -> Set.of();
        };
    }

    /** Its name; the five roles of a 409's {@code face_media_roles} carry the wire's own. */
    public String label() {
        return label;
    }

    public Type type() {
        return type;
    }
}
