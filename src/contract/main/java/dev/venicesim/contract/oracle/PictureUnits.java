package dev.venicesim.contract.oracle;

import dev.venicesim.contract.oracle.TrackBoxes.Box;
import java.util.List;
import java.util.Optional;

/**
 * Judge of the samples of an H.264 track: each is a row of units, every one behind its own length, which fill it exactly
 * and hold no start of another; and the first holds a whole picture.
 */
final class PictureUnits {

    private static final int MOST_SAMPLES = 100_000;
    private static final int MOST_STEPS = 4_000_000;
    private static final int SLICE_OF_A_WHOLE_PICTURE = 5;

    private final TrackBoxes track;
    private final int fileEnd;
    private final int lengthSize;
    private int steps;

    private PictureUnits(TrackBoxes track, int fileEnd, int lengthSize) {
        this.track = track;
        this.fileEnd = fileEnd;
        this.lengthSize = lengthSize;
    }

    /** What is wrong with a file; empty if nothing, or if it has no such track. */
    static Optional<String> complaint(byte[] file) {
        try {
            return TrackBoxes.of(file).stream()
                    .filter(track -> track.kind().equals("vide"))
                    .flatMap(track -> complaint(track, file.length).stream())
                    .findFirst();
        } catch (IndexOutOfBoundsException e) {
            return Optional.of("a sample of its pictures ends outside of the file");
        }
    }

    private static Optional<String> complaint(TrackBoxes track, int fileEnd) {
        var settings = track.entry()
                .filter(entry -> List.of("avc1", "avc3").contains(entry.type()))
                .flatMap(entry -> track.inEntry(entry, 78, "avcC"));
        return settings.flatMap(box ->
                new PictureUnits(track, fileEnd, (track.octet(box.start() + 4) & 3) + 1).samples());
    }

    private Optional<String> samples() {
        var sizes = track.find("mdia/minf/stbl/stsz");
        var runs = track.find("mdia/minf/stbl/stsc");
        var chunks = track.find("mdia/minf/stbl/stco");
        if (sizes.isEmpty() || runs.isEmpty() || chunks.isEmpty()) {
            return Optional.empty();
        }
        var count = Math.min(MOST_SAMPLES, track.number(sizes.get(), 8));
        var sample = 0;
        for (var chunk = 0; chunk < track.number(chunks.get(), 4) && sample < count; chunk++) {
            var at = track.number(chunks.get(), 8 + 4 * chunk);
            var held = held(runs.get(), chunk + 1);
            for (var index = 0; index < held && sample < count; index++) {
                var size = size(sizes.get(), sample);
                if (!isWhole(at, size, sample == 0)) {
                    return Optional.of("sample " + (sample + 1) + " of its pictures is no row of H.264 units");
                }
                at += size;
                sample++;
            }
        }
        return Optional.empty();
    }

    private long size(Box sizes, int sample) {
        var same = track.number(sizes, 4);
        return same != 0 ? same : track.number(sizes, 12 + 4 * sample);
    }

    private long held(Box runs, int chunk) {
        var held = 0L;
        for (var row = 0; row < track.number(runs, 4) && track.number(runs, 8 + 12 * row) <= chunk; row++) {
            held = track.number(runs, 12 + 12 * row);
            step();
        }
        return held;
    }

    /** A table is read no longer than a movie has pictures, whatever it says. */
    private void step() {
        if (++steps > MOST_STEPS) {
            throw new IndexOutOfBoundsException("samples");
        }
    }

    private boolean isWhole(long from, long size, boolean isFirst) {
        var at = from;
        var end = from + size;
        var holdsPicture = !isFirst;
        if (end > fileEnd) {
            return false;
        }
        while (at < end) {
            var length = 0L;
            for (var octet = 0; octet < lengthSize; octet++) {
                length = length << 8 | track.octet((int) at + octet);
            }
            at += lengthSize;
            step();
            if (length == 0 || length > end - at) {
                return false;
            }
            if (holdsStart((int) at, (int) (at + length))) {
                return false;
            }
            holdsPicture |= (track.octet((int) at) & 31) == SLICE_OF_A_WHOLE_PICTURE;
            at += length;
        }
        return holdsPicture && at == end;
    }

    /** Two zeros and a number below 3 begin a unit, and so never stand in one: a coder writes a 3 between them. */
    private boolean holdsStart(int from, int to) {
        var zeros = 0;
        for (var at = from; at < to; at++) {
            var octet = track.octet(at);
            if (zeros >= 2 && octet < 3) {
                return true;
            }
            zeros = octet == 0 ? zeros + 1 : 0;
        }
        return false;
    }
}
