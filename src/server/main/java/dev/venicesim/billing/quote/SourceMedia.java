package dev.venicesim.billing.quote;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Source that a clip is made from, a video or a picture, as far as it is known; zero where unknown.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record SourceMedia(int width, int height, BigDecimal framesPerSecond, Duration length) {

    /** No clip counts as longer: a forged header may claim centuries. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Nothing is known. */
    public static final SourceMedia UNKNOWN = new SourceMedia(0, 0, BigDecimal.ZERO, Duration.ZERO);

    public SourceMedia {
        width = Math.max(0, width);
        height = Math.max(0, height);
        length = bounded(length);
    }

    static Duration bounded(Duration length) {
        if (length.isNegative()) {
            return Duration.ZERO;
        }
        return length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }

    /** A source of which only the height is known, as quote's {@code input_height} tells it. */
    public static SourceMedia ofHeight(int height) {
        return new SourceMedia(0, height, BigDecimal.ZERO, Duration.ZERO);
    }
}
