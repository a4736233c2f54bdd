package dev.venicesim.acceptance.findings;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.findings.CarefulKind.Habit;
import java.io.UncheckedIOException;

/** Download from a link by a client that fetches again what breaks off. */
record CarefulDownload(CarefulKind kind, Http link) {

    private static final int TRIES = 4;
    private static final long FIRST_PIECE = 10_000;

    void run() {
        if (kind.has(Habit.LOOKS_FIRST)) {
            link.send("HEAD", "", new byte[0]);
        }
        if (kind.has(Habit.RANGES)) {
            fetched("bytes=0-" + (FIRST_PIECE - 1));
            fetched("bytes=" + FIRST_PIECE + "-");
        } else {
            fetched("");
        }
    }

    private void fetched(String range) {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            try {
                (range.isEmpty() ? link : link.with("Range", range)).get("");
                return;
            } catch (UncheckedIOException e) {
                // broken off: once more
            }
        }
    }
}
