package dev.venicesim.error;

import dev.venicesim.api.Verified;
import java.util.Collection;
import java.util.Locale;

/**
 * Texts about a medium inside {@code issues}, where the error table has no sentence. The limits are documented; of the
 * wording, only what says so.
 */
@Verified(
        on = "2026-08-21",
        source = "docs/api/media.md#picture-limits, docs/api/media.md#clip-limits, docs/api/media.md#sound-limits")
public final class MediaTexts {

    private static final long MEBIBYTE = 1024 * 1024;

    private MediaTexts() {}

    /** Never recorded; the rule is. */
    public static String document(Collection<String> endings) {
        return "Must be a document (" + String.join(", ", endings) + ") or a public web page";
    }

    /** Worded after the OpenAPI field descriptions. */
    public static String formats(Collection<String> formats) {
        return "Must be one of the formats "
                + String.join(", ", formats.stream().sorted().toList());
    }

    public static String videoCodecs(Collection<String> codecs) {
        return "Video codec must be one of " + upper(codecs);
    }

    public static String soundCodecs(Collection<String> codecs) {
        return "Container audio must be one of " + upper(codecs);
    }

    public static String tooManyBytes(long most) {
        return "File must be at most " + most / MEBIBYTE + " MB";
    }

    /** The guide's own heading. */
    public static String perClip(int min, int max) {
        return max == 0 ? "Per clip must be at least " + min + "s" : "Per clip must be " + min + "–" + max + "s";
    }

    public static String total(int max) {
        return "Total duration must be at most " + max + "s";
    }

    public static String tooLong(int max) {
        return "Duration must be at most " + max + "s";
    }

    /** Both bounds exclusive. */
    public static String ratio(String low, String high) {
        return "Image aspect ratio (width / height) must be between " + low + " and " + high + ", both exclusive";
    }

    private static String upper(Collection<String> codecs) {
        return String.join(
                ", ",
                codecs.stream()
                        .sorted()
                        .map(codec -> codec.toUpperCase(Locale.ROOT))
                        .toList());
    }
}
