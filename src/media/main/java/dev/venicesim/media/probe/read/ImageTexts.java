package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.facts.MediaFacts;
import java.util.ArrayList;
import java.util.List;

/** Collector of the marked texts of one image, bounded in number and length. */
final class ImageTexts {

    private static final int MOST_LOOKED_AT = 256;

    /** A text's keyword and language stand before it; a character takes up to four bytes. */
    private static final int MOST_BYTES = 512 + 4 * MediaFacts.MAX_TEXT_LENGTH;

    private final List<String> kept = new ArrayList<>();
    private int lookedAt;

    /** Whether a text of so many bytes is worth reading. */
    boolean wants(long bytes) {
        return bytes >= MediaFacts.TEXT_MARKER.length() && bytes <= MOST_BYTES && ++lookedAt <= MOST_LOOKED_AT;
    }

    void offer(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith(MediaFacts.TEXT_MARKER)
                && trimmed.length() <= MediaFacts.MAX_TEXT_LENGTH
                && kept.size() < MediaFacts.MAX_TEXTS) {
            kept.add(trimmed);
        }
    }

    List<String> kept() {
        return List.copyOf(kept);
    }
}
