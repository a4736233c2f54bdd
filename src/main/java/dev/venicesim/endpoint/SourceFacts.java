package dev.venicesim.endpoint;

import dev.venicesim.billing.quote.SourceMedia;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.url.MediaReference;
import dev.venicesim.media.probe.url.MediaUrl;
import java.math.BigDecimal;
import java.time.Duration;

/** What pricing sees of a medium. Quote and queue both ask here, so that what is quoted is what is charged. */
final class SourceFacts {

    private SourceFacts() {}

    /** What a measured medium is to pricing. */
    static SourceMedia of(Measures measures) {
        var size = measures.size();
        return new SourceMedia(
                size.map(known -> pixels(known.width())).orElse(0),
                size.map(known -> pixels(known.height())).orElse(0),
                measures.frameRate()
                        .map(rate -> BigDecimal.valueOf(rate.milliFps(), 3))
                        .orElse(BigDecimal.ZERO),
                measures.duration().orElse(Duration.ZERO));
    }

    /** What is known of a medium from how a request refers to it: the measures in its name. */
    static SourceMedia named(String reference) {
        return MediaReference.of(reference) instanceof MediaUrl url
                ? of(url.magic().measures())
                : SourceMedia.UNKNOWN;
    }

    private static int pixels(long length) {
        return (int) Math.min(Integer.MAX_VALUE, length);
    }
}
