package dev.venicesim.media.probe.facts;

/** Kind of medium that a format holds. */
public enum MediaKind {
    IMAGE,
    VIDEO,
    AUDIO,
    /** Nothing a request for video can use. */
    UNKNOWN
}
