package dev.venicesim.catalog;

import java.util.Arrays;
import java.util.Optional;

/** A field of a queue request about which models differ. */
public enum Input {
    PROMPT("prompt"),
    DURATION("duration"),
    ASPECT_RATIO("aspect_ratio"),
    RESOLUTION("resolution"),
    UPSCALE_FACTOR("upscale_factor"),
    AUDIO("audio"),
    IMAGE_URL("image_url"),
    END_IMAGE_URL("end_image_url"),
    AUDIO_URL("audio_url"),
    VIDEO_URL("video_url"),
    REFERENCE_IMAGE_URLS("reference_image_urls"),
    REFERENCE_VIDEO_URLS("reference_video_urls"),
    REFERENCE_AUDIO_URLS("reference_audio_urls"),
    REFERENCE_DOCUMENT_URLS("reference_document_urls"),
    ELEMENTS("elements"),
    SCENE_IMAGE_URLS("scene_image_urls"),
    KEYFRAMES("keyframes"),
    OMNI_REFERENCE_TASK_TYPE("omni_reference_task_type"),
    BITRATE_MODE("bitrate_mode");

    private final String field;

    Input(String field) {
        this.field = field;
    }

    /** Its name on the wire. */
    public String field() {
        return field;
    }

    static Optional<Input> find(String field) {
        return Arrays.stream(values())
                .filter(input -> input.field.equals(field))
                .findFirst();
    }

    @Override
    public String toString() {
        return field;
    }
}
