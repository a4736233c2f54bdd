package dev.venicesim.media.render;

import java.time.Duration;

/**
 * Everything that decides the bytes of a clip: equal specs give equal bytes.
 *
 * @param width pixels, 16 to 8192; an odd number is raised to the next even one, since 4:2:0 video knows no other
 * @param height pixels, as {@code width}
 * @param framesPerSecond 1 to 120
 * @param duration 0.04 s to 600 s; played to the nearest whole frame, at least one
 * @param audio whether a silent AAC track accompanies the picture
 * @param card what the picture says
 * @param seed picks the accent colour, and different seeds give different bytes
 */
public record ClipSpec(
        int width, int height, int framesPerSecond, Duration duration, boolean audio, Card card, long seed) {

    private static final Duration SHORTEST = Duration.ofMillis(40);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    public ClipSpec {
        width = even("width", width);
        height = even("height", height);
        if (framesPerSecond < 1 || framesPerSecond > 120) {
            throw new IllegalArgumentException("framesPerSecond must be 1 to 120, not " + framesPerSecond);
        }
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("duration must be 0.04 s to 600 s, not " + duration);
        }
    }

    private static int even(String name, int pixels) {
        if (pixels < 16 || pixels > 8192) {
            throw new IllegalArgumentException(name + " must be 16 to 8192 pixels, not " + pixels);
        }
        return pixels + (pixels & 1);
    }
}
