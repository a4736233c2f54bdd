package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.facts.MediaFacts;
import java.util.ArrayList;
import java.util.List;

/** Collects the marked texts of one image, bounded in number and length. */
final class Texts {

    private final List<String> kept = new ArrayList<>();

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
