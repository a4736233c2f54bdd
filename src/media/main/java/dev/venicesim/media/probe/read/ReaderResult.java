package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.MediaState;
import java.util.List;

/** Result of a header reader. */
public record ReaderResult(MediaState state, Measures measures, List<String> texts) {

    static ReaderResult readable(Measures measures) {
        return new ReaderResult(MediaState.READABLE, measures, List.of());
    }

    static ReaderResult truncated(Measures measures) {
        return new ReaderResult(MediaState.TRUNCATED, measures, List.of());
    }

    static ReaderResult corrupt(Measures measures) {
        return new ReaderResult(MediaState.CORRUPT, measures, List.of());
    }

    static ReaderResult of(boolean whole, Measures measures) {
        return whole ? readable(measures) : truncated(measures);
    }
}
