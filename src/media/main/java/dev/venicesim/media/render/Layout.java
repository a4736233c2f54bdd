package dev.venicesim.media.render;

/** Layout of a clip's media data: second by second, the pictures, then the sound. */
final class Layout {

    private final ClipTimeline timeline;
    private final Picture picture;
    private final SweepFrames sweep;
    /** Where each second begins, counted from the first byte of media data; the last entry is their length. */
    private final long[] starts;

    private Layout(ClipTimeline timeline, Picture picture, SweepFrames sweep, long[] starts) {
        this.timeline = timeline;
        this.picture = picture;
        this.sweep = sweep;
        this.starts = starts;
    }

    ClipTimeline timeline() {
        return timeline;
    }

    Picture picture() {
        return picture;
    }

    SweepFrames sweep() {
        return sweep;
    }

    long[] starts() {
        return starts;
    }

    static Layout of(ClipTimeline timeline, Picture picture, SweepFrames sweep) {
        long[] starts = new long[timeline.seconds() + 1];
        for (int second = 0; second < timeline.seconds(); second++) {
            starts[second + 1] = starts[second]
                    + picture.length()
                    + sweep.length(timeline.framesIn(second) - 1)
                    + (long) SilentSound.FRAME_BYTES * timeline.soundIn(second);
        }
        return new Layout(timeline, picture, sweep, starts);
    }

    long length() {
        return starts[starts.length - 1];
    }

    /** Whether places in the file outgrow the usual 32 bits; with a margin for what else is in it. */
    boolean needs64Bits() {
        return length() > 0xF000_0000L;
    }

    /** Where the sound of {@code second} begins. */
    long sound(int second) {
        return starts[second] + picture.length() + sweep.length(timeline.framesIn(second) - 1);
    }

    long heapBytes() {
        return picture.heapBytes() + sweep.bytes().length + 4L * sweep.ends().length + 8L * starts.length;
    }
}
