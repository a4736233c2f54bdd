package dev.venicesim.operation.video;

import dev.venicesim.billing.quote.QuotedClip;
import dev.venicesim.billing.quote.SourceMedia;
import dev.venicesim.jobs.VideoFormat;
import dev.venicesim.media.render.VideoShape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** Formats of finished videos, as requests have them. */
final class VideoFormats {

    /** Every video that is not upscaled plays at this rate. */
    private static final int FRAMES_PER_SECOND = 24;

    private static final int MOST_FRAMES_PER_SECOND = 120;

    /** The shortest and longest clip that is rendered, whatever a source claims. */
    private static final Duration SHORTEST = Duration.ofMillis(40);

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private VideoFormats() {}

    static VideoFormat of(QuotedClip clip, SourceMedia source) {
        var upscaled = clip.outputWidth() > 0 && clip.outputHeight() > 0;
        var shape = upscaled
                ? VideoShape.upscaled(clip.outputWidth(), clip.outputHeight(), 1)
                : VideoShape.of(Optional.of(clip.resolution()), Optional.of(clip.aspectRatio()));
        var usual = upscaled ? rate(source) : FRAMES_PER_SECOND;
        var rate = clip.framesPerSecond() > 0 ? clip.framesPerSecond() : usual;
        return new VideoFormat(shape.width(), shape.height(), rate, bounded(clip.length()), clip.sound());
    }

    private static int rate(SourceMedia source) {
        var known = source.framesPerSecond().setScale(0, RoundingMode.HALF_UP);
        return known.signum() <= 0
                ? FRAMES_PER_SECOND
                : known.max(BigDecimal.ONE)
                        .min(BigDecimal.valueOf(MOST_FRAMES_PER_SECOND))
                        .intValue();
    }

    private static Duration bounded(Duration length) {
        if (length.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }
}
