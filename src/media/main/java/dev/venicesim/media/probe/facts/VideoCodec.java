package dev.venicesim.media.probe.facts;

/** Codec of the pictures of a clip. */
public enum VideoCodec {
    /** H.264, also called AVC. */
    H264,
    /** H.265, also called HEVC. */
    H265,
    VP8,
    VP9,
    AV1,
    OTHER
}
