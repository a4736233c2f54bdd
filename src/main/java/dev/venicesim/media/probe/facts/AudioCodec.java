package dev.venicesim.media.probe.facts;

/** How the sound of a clip or a sound file is coded. */
public enum AudioCodec {
    AAC,
    MP3,
    /** Uncompressed samples, integer or float. */
    PCM,
    OPUS,
    OTHER
}
