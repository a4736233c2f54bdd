package dev.venicesim.media.render;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * A playable MP4 test card, of which any byte range can be read without the file ever being whole in memory.
 *
 * <p>H.264 Constrained Baseline with an IDR picture each second and, if asked for, silent AAC; {@code moov} comes
 * first. All seconds share the bytes of one, so a clip's heap does not grow with its length, but for four bytes a
 * frame. Immutable: any number of readers share one clip, and a reader is no more than its position.
 */
public final class Clip {

    /** No rendered clip is smaller, in bytes: what is missing is a {@code free} box at the end. */
    static final int SMALLEST = 100_000;

    private static final byte[] PADDING = "padding ".getBytes(StandardCharsets.US_ASCII);

    private final ClipSpec spec;
    private final ContentHash hash;
    private final Layout layout;
    private final byte[] header;
    private final byte[] sound;
    private final byte[] padding;

    private Clip(ClipSpec spec, int smallest) {
        this.spec = spec;
        hash = ContentHash.of(spec, smallest);
        ClipTimeline timeline = ClipTimeline.of(spec);
        CardScene scene = TestCard.scene(spec, timeline);
        int across = ParameterSets.blocks(spec.width());
        int down = ParameterSets.blocks(spec.height());
        Picture picture = Picture.of(scene, across, down);
        SweepFrames sweep = SweepFrames.of(scene, across * down, across, spec.framesPerSecond());
        layout = Layout.of(timeline, picture, sweep);
        long bytesPerSecond = (long) picture.length() + sweep.bytes().length;
        int level = Level.idc(across, down, spec.framesPerSecond(), bytesPerSecond);
        header = MovieHeader.of(spec, layout, ParameterSets.of(spec, level), hash);
        sound = SilentSound.frames(timeline.hasSound() ? timeline.soundIn(0) + 1 : 0);
        padding = padding(smallest - header.length - layout.length());
    }

    /** The clip a spec describes, at least 100,000 bytes. */
    static Clip render(ClipSpec spec) {
        return new Clip(spec, SMALLEST);
    }

    /** A valid clip of one second and under 100,000 bytes, as providers deliver in place of what they refused. */
    public static Clip placeholder(Card card) {
        return new Clip(new ClipSpec(256, 144, 8, Duration.ofSeconds(1), false, card, 0), 0);
    }

    ClipSpec spec() {
        return spec;
    }

    /** The strong validator of these bytes. */
    public ContentHash hash() {
        return hash;
    }

    /** How long it plays: the whole frames nearest to what the spec asks for. */
    public Duration duration() {
        return Duration.ofNanos(1_000_000_000L * layout.timeline().frames() / spec.framesPerSecond());
    }

    /** Bytes of the file. */
    public long length() {
        return header.length + layout.length() + padding.length;
    }

    /** Bytes of heap the clip holds, about. */
    long heapBytes() {
        return header.length + layout.heapBytes() + sound.length + padding.length + 512;
    }

    /**
     * Fills {@code dst} with the file's bytes from {@code position} on, as far as there are any.
     *
     * @return how many bytes were put, or -1 at or past the end
     */
    public int read(long position, ByteBuffer dst) {
        if (position < 0) {
            throw new IllegalArgumentException("position must not be negative: " + position);
        }
        if (position >= length()) {
            return -1;
        }
        int start = dst.position();
        long end = Math.min(length(), position + dst.remaining());
        long at = position;
        while (at < end) {
            at += part(at, dst);
        }
        return dst.position() - start;
    }

    private int part(long position, ByteBuffer dst) {
        if (position < header.length) {
            return copy(header, header.length, (int) position, dst);
        }
        long inMedia = position - header.length;
        if (inMedia >= layout.length()) {
            return copy(padding, padding.length, (int) (inMedia - layout.length()), dst);
        }
        int second = last(Arrays.binarySearch(layout.starts(), inMedia));
        int inSecond = (int) (inMedia - layout.starts()[second]);
        Picture picture = layout.picture();
        if (inSecond < picture.length()) {
            int piece = last(Arrays.binarySearch(picture.starts(), inSecond));
            return copy(picture.pieces().get(piece), second, inSecond - picture.starts()[piece], dst);
        }
        int afterPicture = inSecond - picture.length();
        int sweep = layout.sweep().length(layout.timeline().framesIn(second) - 1);
        if (afterPicture < sweep) {
            return copy(layout.sweep().bytes(), sweep, afterPicture, dst);
        }
        int soundBytes = SilentSound.FRAME_BYTES * layout.timeline().soundIn(second);
        return copy(sound, soundBytes, afterPicture - sweep, dst);
    }

    private static int copy(byte[] from, int end, int at, ByteBuffer dst) {
        int count = Math.min(end - at, dst.remaining());
        dst.put(from, at, count);
        return count;
    }

    private static int copy(Piece from, int second, int at, ByteBuffer dst) {
        int count = Math.min(from.length() - at, dst.remaining());
        from.copy(second, at, count, dst);
        return count;
    }

    // of the entries not above what was searched for, the last
    private static int last(int found) {
        return found >= 0 ? found : -found - 2;
    }

    private static byte[] padding(long missing) {
        if (missing <= 0) {
            return new byte[0];
        }
        byte[] box = new byte[(int) Math.max(8, missing)];
        ByteBuffer.wrap(box).putInt(box.length).put("free".getBytes(StandardCharsets.US_ASCII));
        for (int i = 8; i < box.length; i++) {
            box[i] = PADDING[i % PADDING.length];
        }
        return box;
    }
}
