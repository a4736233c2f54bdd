package dev.venicesim.operation.video;

import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.MediaState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words for a medium in a line of the trace. */
final class MediumDescription {

    private static final int LONGEST_NAME = 120;

    private MediumDescription() {}

    /** Such as {@code readable mp4 sha256:ab.., 640x360, 5 s, 30 fps, 1200 bytes}. */
    static String of(InspectedMedium medium) {
        var facts = medium.facts();
        var words = new ArrayList<String>();
        words.add(
                facts.state() == MediaState.UNFETCHED
                        ? "unfetched " + name(medium.identity())
                        : facts.state().name().toLowerCase(Locale.ROOT) + " "
                                + facts.format().label() + " " + medium.identity());
        measures(facts.measures(), words);
        return String.join(", ", words);
    }

    private static void measures(Measures measures, List<String> words) {
        measures.size().ifPresent(size -> words.add(size.width() + "x" + size.height()));
        measures.duration().ifPresent(length -> words.add(seconds(length) + " s"));
        measures.frameRate().ifPresent(rate -> words.add(rate + " fps"));
        measures.bytes().ifPresent(bytes -> words.add(bytes + " bytes"));
    }

    /** Without the query string, which may hold a signature. */
    private static String name(String url) {
        var end = url.indexOf('?');
        var bare = end < 0 ? url : url.substring(0, end);
        return bare.substring(0, Math.min(LONGEST_NAME, bare.length()));
    }

    private static String seconds(Duration length) {
        return length.toNanosPart() == 0
                ? Long.toString(length.toSeconds())
                : length.toSeconds() + String.format(Locale.ROOT, ".%03d", length.toMillisPart());
    }
}
