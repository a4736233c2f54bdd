package dev.venicesim.media.probe.facts;

/** What sort of medium a format holds. */
public enum MediaKind {
    IMAGE,
    VIDEO,
    AUDIO,
    /** Nothing a request for video can use. */
    UNKNOWN
}
