package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A track's edit list: which stretches of it are played. Empty edits, which only delay, do not count. */
final class Mp4Edits {

    private static final int MOST = 1000;

    private final List<Long> movieTicks = new ArrayList<>();

    void read(Bytes bytes, Box box) {
        boolean wide = box.version() == 1;
        int width = wide ? 20 : 12;
        long first = box.start() + 8;
        long count = box.entries(bytes.u32(box.start() + 4), first, width);
        for (long i = 0; i < count && movieTicks.size() < MOST; i++) {
            long at = first + i * width;
            long ticks = wide ? bytes.s64(at) : bytes.u32(at);
            long mediaTime = wide ? bytes.s64(at + 8) : bytes.s32(at + 4);
            if (mediaTime >= 0 && ticks >= 0) {
                movieTicks.add(ticks);
            }
        }
    }

    /**
     * The time the edits leave of {@code media}, at most all of it. Where an edit starts does not matter: with
     * reordered frames it starts at the first one's composition offset and still plays to the end.
     */
    Duration apply(Duration media, long movieTicksPerSecond) {
        long played = 0;
        for (long ticks : movieTicks) {
            played = SaturatingMath.add(played, ticks);
        }
        Duration edited = SaturatingMath.seconds(played, movieTicksPerSecond);
        // fragmented files write an edit of length zero for "all of it"
        return edited.isZero() || edited.compareTo(media) > 0 ? media : edited;
    }
}
