package dev.venicesim.catalog;

/** Mode of {@code duration}: what a model makes of the field. */
public enum DurationMode {
    /** One of the model's listed literals is required. */
    LISTED,
    /** The clip is as long as {@code video_url}; the field may be left out or say {@code Auto}. */
    FROM_SOURCE,
    /** The clip is as long as {@code video_url}; whatever the field says is ignored. Upscalers. */
    IGNORED
}
