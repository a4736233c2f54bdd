package dev.venicesim.catalog;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A field of a queue request about which models differ. */
public enum RequestField {
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
    BITRATE_MODE("bitrate_mode"),
    CAMERA_TRAJECTORY("camera_trajectory"),
    IMAGE_REFERENCES("image_references"),
    VIDEO_REFERENCES("video_references"),
    VOICE_ID("voice_id"),
    ENHANCEMENT_MODEL("enhancement_model"),
    TARGET_FPS("target_fps"),
    SOFTNESS("softness"),
    CREATIVITY("creativity"),
    REALISM("realism"),
    SHARP("sharp"),
    COMPRESSION("compression"),
    NOISE("noise"),
    HALO("halo"),
    GRAIN("grain"),
    RECOVER_DETAIL("recover_detail"),
    H264_OUTPUT("h264_output"),
    OUTPUT_FORMAT("output_format"),
    SLOWDOWN_FACTOR("slowdown_factor");

    /** Fields with a default in the OpenAPI file, which clients generated from it send unasked, and what that is. */
    public static final Map<RequestField, String> FILE_DEFAULTS = Map.of(AUDIO, "true", UPSCALE_FACTOR, "2");

    private final String field;

    RequestField(String field) {
        this.field = field;
    }

    /** Its name on the wire. */
    public String field() {
        return field;
    }

    static Optional<RequestField> find(String field) {
        return Arrays.stream(values())
                .filter(input -> input.field.equals(field))
                .findFirst();
    }

    @Override
    public String toString() {
        return field;
    }
}
