package dev.venicesim.media.render;

/**
 * Timeline of a clip: how its frames and sound fall into seconds; one second is one chunk of each track.
 *
 * @param frames pictures in all
 * @param framesPerSecond pictures a second
 * @param samples samples of sound after the encoder's delay; 0 without a sound track
 */
record ClipTimeline(int frames, int framesPerSecond, long samples) {

    static final int SAMPLE_RATE = 48_000;

    /** Samples in an AAC frame; also the encoder's delay, skipped by the edit list. */
    static final int AAC_FRAME = 1024;

    static ClipTimeline of(ClipSpec spec) {
        long nanos = spec.duration().toNanos() * spec.framesPerSecond();
        int frames = (int) Math.max(1, (nanos + 500_000_000L) / 1_000_000_000L);
        long samples = spec.audio() ? ceilDiv((long) frames * SAMPLE_RATE, spec.framesPerSecond()) : 0;
        return new ClipTimeline(frames, spec.framesPerSecond(), samples);
    }

    /** Seconds, the last one perhaps incomplete. */
    int seconds() {
        return (int) ceilDiv(frames, framesPerSecond);
    }

    int framesIn(int second) {
        return Math.min(framesPerSecond, frames - second * framesPerSecond);
    }

    /** Frames of sound stored before {@code second} begins. */
    int soundBefore(int second) {
        long until = Math.min((long) second * SAMPLE_RATE, samples);
        return second == 0 || samples == 0 ? 0 : (int) ceilDiv(AAC_FRAME + until, AAC_FRAME);
    }

    int soundIn(int second) {
        return soundBefore(second + 1) - soundBefore(second);
    }

    int soundFrames() {
        return soundBefore(seconds());
    }

    boolean hasSound() {
        return samples > 0;
    }

    private static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
