package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.facts.Measures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tracks of one WebM or Matroska file, and which of them its elements are about. A block finds its track by one look, for
 * a file may have a block every two bytes.
 */
final class WebmTracks {

    private static final int MOST = 64;
    /** Blocks write a number below 127 in one byte, as everyone does; no other is read. */
    private static final int NUMBERS = 128;

    private final List<WebmTrack> tracks = new ArrayList<>();
    private final WebmTrack[] byNumber = new WebmTrack[NUMBERS];
    private final WebmTrack nowhere = new WebmTrack();
    private WebmTrack current = nowhere;
    private int untimed;

    WebmTracks() {
        Arrays.fill(byNumber, nowhere);
    }

    /** The elements that follow are about another track; past the most that are kept, about none. */
    void begin() {
        current = nowhere;
        if (tracks.size() < MOST) {
            current = new WebmTrack();
            tracks.add(current);
        }
    }

    boolean isEmpty() {
        return tracks.isEmpty();
    }

    WebmTrack current() {
        return current;
    }

    void number(long number) {
        if (number >= 0 && number < NUMBERS && byNumber[(int) number] == nowhere) {
            byNumber[(int) number] = current;
        }
    }

    /** A track has one; any further is not made a text of. */
    void codec(Ebml element) {
        if (current.codec.isEmpty()) {
            current.codec = element.text();
        }
    }

    void type(long type) {
        change(() -> current.type = type);
    }

    void frameNanos(long nanos) {
        change(() -> current.frameNanos = nanos);
    }

    private void change(Runnable change) {
        untimed -= current.isUntimed() ? 1 : 0;
        change.run();
        untimed += current.isUntimed() ? 1 : 0;
    }

    /** Whether the headers leave a video's frame rate open. */
    boolean anyUntimed() {
        return untimed > 0;
    }

    /** Takes a block of the track with this number, if there is one. */
    void block(int number, long tick) {
        byNumber[number].block(tick);
    }

    Measures describe(long nanosPerTick) {
        Measures measures = Measures.NONE;
        for (WebmTrack track : tracks) {
            measures = track.describe(measures, nanosPerTick);
        }
        return measures;
    }

    /** Where the last block of all ends. */
    long endNanos(long nanosPerTick) {
        long last = 0;
        for (WebmTrack track : tracks) {
            last = Math.max(last, track.endNanos(nanosPerTick));
        }
        return last;
    }
}
