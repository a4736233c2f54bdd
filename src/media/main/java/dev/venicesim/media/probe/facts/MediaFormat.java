package dev.venicesim.media.probe.facts;

import java.util.Arrays;
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

    public MediaKind kind() {
        return kind;
    }

    /** The format that files with an ending, in lower case and without its dot, are of by custom. */
    public static MediaFormat ofEnding(String ending) {
        return switch (ending) {
            case "jpg" -> JPEG;
            case "tif" -> TIFF;
            case "m4v" -> MP4;
            case "oga", "opus" -> OGG;
            case "pdf", "unknown" -> UNKNOWN;
            default ->
                Arrays.stream(values())
                        .filter(format -> format.label().equals(ending))
                        .findFirst()
                        .orElse(UNKNOWN);
        };
    }

    /** The name as file extensions and messages write it: {@code png}, {@code mp4}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
