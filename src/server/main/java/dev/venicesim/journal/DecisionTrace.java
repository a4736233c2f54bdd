package dev.venicesim.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The trace of one request: a line for every decision, in order, and what was found out on the way. Belongs to the
 * thread that handles the request.
 */
public final class DecisionTrace {

    private final List<String> lines = new ArrayList<>(4);
    private Map<Integer, Medium> media = Map.of();

    /** A medium's decoded bytes: their SHA-256 in hexadecimal digits, and how many they are. */
    record Medium(String sha256, long bytes) {}

    public void note(String line) {
        lines.add(line);
    }

    /**
     * Remembers a medium that was decoded, so that it need not be decoded again to be kept.
     *
     * @param offset where its data URL begins in the request's body
     */
    public void decoded(int offset, String sha256, long bytes) {
        if (media.isEmpty()) {
            media = new HashMap<>();
        }
        media.put(offset, new Medium(sha256, bytes));
    }

    /** What was decoded, by where it begins in the body. */
    Map<Integer, Medium> media() {
        return media;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
