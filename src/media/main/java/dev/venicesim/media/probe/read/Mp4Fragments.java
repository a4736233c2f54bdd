package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;

/** Sum of the samples of one track fragment: {@code tfhd}, then one {@code trun} or more. */
final class Mp4Fragments {

    private static final int BASE_DATA_OFFSET = 0x01;
    private static final int DESCRIPTION_INDEX = 0x02;
    private static final int DEFAULT_DURATION = 0x08;

    private static final int DATA_OFFSET = 0x001;
    private static final int FIRST_FLAGS = 0x004;
    private static final int SAMPLE_DURATION = 0x100;
    private static final int SAMPLE_FIELDS = 0xF00;

    private Mp4Fragments() {}

    static void read(Bytes bytes, Box traf, Mp4Movie movie) {
        Mp4Track track = null;
        long ticks = 0;
        Box box = new Box(bytes, traf.start(), traf.end());
        while (box.next()) {
            if (box.type() == Box.TFHD) {
                track = movie.track(bytes.u32(box.start() + 4));
                ticks = defaultTicks(bytes, box, track.defaultSampleTicks);
            } else if (box.type() == Box.TRUN && track != null) {
                run(bytes, box, track, ticks);
            }
        }
    }

    private static long defaultTicks(Bytes bytes, Box tfhd, long otherwise) {
        int flags = bytes.s32(tfhd.start());
        long at = tfhd.start() + 8;
        at += (flags & BASE_DATA_OFFSET) != 0 ? 8 : 0;
        at += (flags & DESCRIPTION_INDEX) != 0 ? 4 : 0;
        return (flags & DEFAULT_DURATION) != 0 ? bytes.u32(at) : otherwise;
    }

    private static void run(Bytes bytes, Box trun, Mp4Track track, long defaultTicks) {
        int flags = bytes.s32(trun.start());
        long count = bytes.u32(trun.start() + 4);
        if ((flags & SAMPLE_DURATION) == 0) {
            track.addSamples(count, defaultTicks);
            return;
        }
        int width = 4 * Integer.bitCount(flags & SAMPLE_FIELDS);
        long at = trun.start() + 8;
        at += (flags & DATA_OFFSET) != 0 ? 4 : 0;
        at += (flags & FIRST_FLAGS) != 0 ? 4 : 0;
        for (long i = 0; i < count && at + width <= trun.end(); i++, at += width) {
            track.addSamples(1, bytes.u32(at));
        }
    }
}
