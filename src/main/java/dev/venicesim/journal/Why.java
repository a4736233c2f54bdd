package dev.venicesim.journal;

import java.util.ArrayList;
import java.util.List;

/** The trace of one request: a line for every decision, in order. Belongs to the thread that handles the request. */
public final class Why {

    private final List<String> lines = new ArrayList<>(4);

    public void note(String line) {
        lines.add(line);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
