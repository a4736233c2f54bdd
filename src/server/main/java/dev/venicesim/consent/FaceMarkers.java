package dev.venicesim.consent;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Markers that say what is in a made image: {@code venice-sim:} and a label ({@code face}, {@code minor},
 * {@code public_figure}), then perhaps {@code =} and a count of 0 to 999, anywhere in a text entry of the metadata (PNG
 * tEXt, JPEG comment), in any case, as often as wanted: {@code venice-sim:face=2}.
 */
public final class FaceMarkers {

    /** Start of every marker. */
    public static final String PREFIX = "venice-sim:";

    private static final Pattern MARKER =
            Pattern.compile("(?<![a-z])venice-sim:(face|minor|public_figure)(?![a-z0-9_])(?:=(\\d{1,3})(?!\\d))?(?!=)");

    private static final int MAX_TEXTS = 64;
    private static final int MAX_CHARS = 4096;

    private FaceMarkers() {}

    /** What the markers say together; only the first 64 entries are read, and 4096 characters of each. */
    static Faces read(List<String> texts) {
        var faces = Faces.NONE;
        for (var text : texts.subList(0, Math.min(MAX_TEXTS, texts.size()))) {
            faces = faces.or(read(text.substring(0, Math.min(MAX_CHARS, text.length()))));
        }
        return faces;
    }

    private static Faces read(String text) {
        var faces = Faces.NONE;
        var markers = MARKER.matcher(text.toLowerCase(Locale.ROOT));
        while (markers.find()) {
            var count = markers.group(2) == null ? 1 : Integer.parseInt(markers.group(2));
            var label = FaceLabel.find(markers.group(1)).orElseThrow();
            faces = faces.or(Faces.of(label, count));
        }
        return faces;
    }
}
