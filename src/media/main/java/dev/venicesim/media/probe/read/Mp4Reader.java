package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Size;
import java.time.Duration;

/** Reader of MP4 and QuickTime: {@code moov} first or last, plain or in fragments. */
final class Mp4Reader {

    private static final int DEEPEST = 8;

    /** Far more than a clip has fragments; past it, a file is only looked at from above. */
    private static final int MOST_CONTAINERS = 20_000;

    private static final int MATRIX_IN_TKHD = 40;

    private final Bytes bytes;
    private final Mp4Movie movie = new Mp4Movie();
    private boolean hasData;
    private boolean hasMovie;
    private int containers;

    private Mp4Reader(Bytes bytes) {
        this.bytes = bytes;
    }

    static ReaderResult read(Bytes bytes) {
        return new Mp4Reader(bytes).read();
    }

    private ReaderResult read() {
        boolean whole = true;
        Box box = new Box(bytes, 0, bytes.length());
        while (box.next()) {
            whole &= !box.overruns();
            hasData |= box.type() == Box.MDAT || box.type() == Box.MOOF;
            hasMovie |= box.type() == Box.MOOV;
            visit(box, 0, movie.nowhere);
        }
        if (!whole) {
            return ReaderResult.truncated(movie.measures());
        }
        if (!hasMovie || !movie.hasTracks()) {
            return ReaderResult.corrupt(movie.measures());
        }
        return ReaderResult.of(hasData, movie.measures());
    }

    private void visit(Box box, int depth, Mp4Track track) {
        switch (box.type()) {
            case Box.MOOV, Box.EDTS, Box.MDIA, Box.MINF, Box.STBL, Box.MVEX, Box.MOOF -> descend(box, depth, track);
            case Box.TRAK -> descend(box, depth, movie.newTrack());
            case Box.TRAF -> {
                if (++containers <= MOST_CONTAINERS) {
                    Mp4Fragments.read(bytes, box, movie);
                }
            }
            case Box.MVHD -> movieHeader(box);
            case Box.TKHD -> trackHeader(box, track);
            case Box.MDHD -> mediaHeader(box, track);
            case Box.HDLR -> handler(box, track);
            case Box.ELST -> track.edits.read(bytes, box);
            case Box.STSD -> Mp4Samples.describe(bytes, box, track);
            case Box.STTS -> timeToSample(box, track);
            case Box.TREX -> movie.track(bytes.u32(box.start() + 4)).defaultSampleTicks = bytes.u32(box.start() + 12);
            case Box.MEHD -> movie.headerTicks = ticks(box, 4);
            case Box.SIDX -> index(box);
            default -> {}
        }
    }

    private void descend(Box parent, int depth, Mp4Track track) {
        if (depth >= DEEPEST || ++containers > MOST_CONTAINERS) {
            return;
        }
        Box child = new Box(bytes, parent.start(), parent.end());
        while (child.next()) {
            visit(child, depth + 1, track);
        }
    }

    private long ticks(Box box, int offset) {
        return box.version() == 1 ? bytes.s64(box.start() + offset) : bytes.u32(box.start() + offset);
    }

    private void movieHeader(Box box) {
        int times = box.version() == 1 ? 20 : 12;
        movie.ticksPerSecond = bytes.u32(box.start() + times);
        movie.headerTicks = ticks(box, times + 4);
    }

    private void mediaHeader(Box box, Mp4Track track) {
        int times = box.version() == 1 ? 20 : 12;
        track.ticksPerSecond = bytes.u32(box.start() + times);
        track.headerTicks = ticks(box, times + 4);
    }

    private void trackHeader(Box box, Mp4Track track) {
        int wider = box.version() == 1 ? 12 : 0;
        movie.name(track, bytes.u32(box.start() + (wider == 0 ? 12 : 20)));
        long matrix = box.start() + MATRIX_IN_TKHD + wider;
        // a and d zero, b and c not: a quarter turn
        track.turned = bytes.s32(matrix) == 0 && bytes.s32(matrix + 4) != 0 && bytes.s32(matrix + 12) != 0;
        track.size = new Size(bytes.u16(matrix + 36), bytes.u16(matrix + 40));
    }

    private void handler(Box box, Mp4Track track) {
        int handler = bytes.s32(box.start() + 8);
        // QuickTime has a second one, for the data reference
        if (handler == Mp4Track.VIDEO || handler == Mp4Track.SOUND) {
            track.handler = handler;
        }
    }

    private void timeToSample(Box box, Mp4Track track) {
        long first = box.start() + 8;
        long count = box.entries(bytes.u32(box.start() + 4), first, 8);
        for (long i = 0; i < count; i++) {
            long at = first + i * 8;
            track.addSamples(bytes.u32(at), bytes.u32(at + 4));
        }
    }

    /** Segment index: what a fragmented file says of itself, used where its fragments say nothing. */
    private void index(Box box) {
        int times = box.version() == 1 ? 28 : 20;
        long first = box.start() + times + 4;
        long count = box.entries(bytes.u16(box.start() + times + 2), first, 12);
        long ticks = 0;
        for (long i = 0; i < count; i++) {
            ticks = SaturatingMath.add(ticks, bytes.u32(first + i * 12 + 4));
        }
        Duration found = SaturatingMath.seconds(ticks, bytes.u32(box.start() + 8));
        movie.indexed = found.compareTo(movie.indexed) > 0 ? found : movie.indexed;
    }
}
