package dev.venicesim.media.probe.facts;

/** Codec of the sound of a clip or a sound file. */
public enum AudioCodec {
    AAC,
    MP3,
    /** Uncompressed samples, integer or float. */
    PCM,
    OPUS,
    OTHER
}
