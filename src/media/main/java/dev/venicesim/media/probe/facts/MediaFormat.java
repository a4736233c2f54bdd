package dev.venicesim.media.probe.facts;

import java.util.Locale;

/**
 * A file format, told by its bytes and never by its label; the last of each kind are named only so that messages can
 * name them.
 */
public enum MediaFormat {
    PNG(MediaKind.IMAGE),
    JPEG(MediaKind.IMAGE),
    WEBP(MediaKind.IMAGE),
    BMP(MediaKind.IMAGE),
    TIFF(MediaKind.IMAGE),
    GIF(MediaKind.IMAGE),
    HEIC(MediaKind.IMAGE),
    HEIF(MediaKind.IMAGE),
    AVIF(MediaKind.IMAGE),
    SVG(MediaKind.IMAGE),
    MP4(MediaKind.VIDEO),
    MOV(MediaKind.VIDEO),
    WEBM(MediaKind.VIDEO),
    MKV(MediaKind.VIDEO),
    AVI(MediaKind.VIDEO),
    WAV(MediaKind.AUDIO),
    MP3(MediaKind.AUDIO),
    OGG(MediaKind.AUDIO),
    FLAC(MediaKind.AUDIO),
    M4A(MediaKind.AUDIO),
    /** Raw AAC frames (ADTS). */
    AAC(MediaKind.AUDIO),
    PDF(MediaKind.UNKNOWN),
    UNKNOWN(MediaKind.UNKNOWN);

    private final MediaKind kind;

    MediaFormat(MediaKind kind) {
        this.kind = kind;
    }

    MediaKind kind() {
        return kind;
    }

    /** The name as file extensions and messages write it: {@code png}, {@code mp4}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
