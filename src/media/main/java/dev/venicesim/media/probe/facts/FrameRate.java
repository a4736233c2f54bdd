package dev.venicesim.media.probe.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Frames per second, in thousandths: 29970 for NTSC's 30000/1001. */
public record FrameRate(long milliFps) {

    /** The mean rate of {@code frames} frames over {@code units} of {@code unitsPerSecond}; both must be positive. */
    public static FrameRate over(long frames, long units, long unitsPerSecond) {
        BigDecimal rate = BigDecimal.valueOf(frames)
                .multiply(BigDecimal.valueOf(unitsPerSecond))
                .movePointRight(3)
                .divide(BigDecimal.valueOf(units), 0, RoundingMode.HALF_UP);
        return new FrameRate(rate.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue());
    }

    /** A rate written in decimals, such as {@code 29.97}. */
    public static FrameRate of(BigDecimal fps) {
        return new FrameRate(
                fps.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValue());
    }

    /** As people write it: {@code 30}, {@code 29.97}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(milliFps, 3).stripTrailingZeros().toPlainString();
    }
}
