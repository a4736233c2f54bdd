package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A track's edit list: which stretches of it are played. Empty edits, which only delay, do not count. */
final class Mp4Edits {

    private static final int MOST = 1000;

    private record Edit(long movieTicks, long mediaTime) {}

    private final List<Edit> edits = new ArrayList<>();

    void read(Bytes bytes, Box box) {
        boolean wide = box.version() == 1;
        int width = wide ? 20 : 12;
        long count = Math.min(bytes.u32(box.start() + 4), (box.end() - box.start() - 8) / width);
        for (long i = 0; i < count && edits.size() < MOST; i++) {
            long at = box.start() + 8 + i * width;
            long ticks = wide ? bytes.s64(at) : bytes.u32(at);
            long mediaTime = wide ? bytes.s64(at + 8) : bytes.s32(at + 4);
            if (mediaTime >= 0 && ticks >= 0) {
                edits.add(new Edit(ticks, mediaTime));
            }
        }
    }

    /** The time the edits leave of {@code media}; no edit plays more than there is. */
    Duration apply(Duration media, long mediaTicksPerSecond, long movieTicksPerSecond) {
        if (edits.isEmpty()) {
            return media;
        }
        Duration played = Duration.ZERO;
        for (Edit edit : edits) {
            Duration left = media.minus(Saturating.seconds(edit.mediaTime(), mediaTicksPerSecond));
            Duration wanted = Saturating.seconds(edit.movieTicks(), movieTicksPerSecond);
            boolean toTheEnd = edit.movieTicks() == 0 || wanted.compareTo(left) > 0;
            Duration segment = toTheEnd ? left : wanted;
            played = segment.isNegative() ? played : played.plus(segment);
        }
        // an edit may repeat a stretch; more than the media holds is a claim nobody checks
        return played.isZero() || played.compareTo(media) > 0 ? media : played;
    }
}
