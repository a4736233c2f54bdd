package dev.venicesim.operation.video;

import dev.venicesim.billing.quote.SourceMedia;
import dev.venicesim.media.probe.facts.FrameRate;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.validation.MediaRole;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sources of clips: what price, shape and length take from the media a clip is made from. */
final class ClipSources {

    /** A forged header may claim a length that overflows a sum. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private ClipSources() {}

    /** The video a clip is made from, else its first picture, as far as known. */
    static SourceMedia of(List<InspectedMedium> media) {
        return first(media, MediaRole.VIDEO)
                .or(() -> first(media, MediaRole.IMAGE))
                .map(InspectedMedium::facts)
                .map(ClipSources::of)
                .orElse(SourceMedia.UNKNOWN);
    }

    static SourceMedia of(MediaFacts facts) {
        var measures = facts.measures();
        return new SourceMedia(
                pixels(measures.size().map(Size::width)),
                pixels(measures.size().map(Size::height)),
                measures.frameRate().map(ClipSources::rate).orElse(BigDecimal.ZERO),
                measures.duration().orElse(Duration.ZERO));
    }

    /** How long all reference videos are together, as far as known. */
    static Duration referenceVideos(List<InspectedMedium> media) {
        return media.stream()
                .filter(medium -> medium.input().role() == MediaRole.REFERENCE_VIDEO)
                .flatMap(medium -> medium.facts().measures().duration().stream())
                .map(length -> length.compareTo(LONGEST) > 0 ? LONGEST : length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** How many pictures are references. */
    static int referenceImages(List<InspectedMedium> media) {
        return (int) media.stream()
                .filter(medium -> medium.input().role() == MediaRole.REFERENCE_IMAGE)
                .count();
    }

    private static Optional<InspectedMedium> first(List<InspectedMedium> media, MediaRole role) {
        return media.stream().filter(medium -> medium.input().role() == role).findFirst();
    }

    private static int pixels(Optional<Long> side) {
        return side.map(pixels -> (int) Math.min(Integer.MAX_VALUE, pixels)).orElse(0);
    }

    private static BigDecimal rate(FrameRate rate) {
        return BigDecimal.valueOf(rate.milliFps(), 3);
    }
}
