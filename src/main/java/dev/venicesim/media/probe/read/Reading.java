package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.MediaState;
import java.util.List;

/** What a header reader found. */
public record Reading(MediaState state, Measures measures, List<String> texts) {

    static Reading readable(Measures measures) {
        return new Reading(MediaState.READABLE, measures, List.of());
    }

    static Reading truncated(Measures measures) {
        return new Reading(MediaState.TRUNCATED, measures, List.of());
    }

    static Reading corrupt(Measures measures) {
        return new Reading(MediaState.CORRUPT, measures, List.of());
    }

    static Reading of(boolean whole, Measures measures) {
        return whole ? readable(measures) : truncated(measures);
    }
}
