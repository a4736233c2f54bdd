package dev.venicesim.kit.assertj;

import dev.venicesim.media.probe.MediaProbe;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.facts.MediaFormat;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.time.Durations;
import java.time.Duration;
import org.assertj.core.api.AbstractByteArrayAssert;

/** Assertions about a file's bytes as a video, by its headers. */
public final class VideoAssert extends AbstractByteArrayAssert<VideoAssert> {

    /** Files differ from what was ordered by less than a frame of the slowest rate there is. */
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    VideoAssert(byte[] bytes) {
        super(bytes, VideoAssert.class);
    }

    /** A whole MP4 with pictures in it that players know. */
    public VideoAssert isPlayableMp4() {
        isNotNull();
        var facts = facts();
        if (facts.format() != MediaFormat.MP4
                || !facts.readable()
                || facts.measures().videoCodec().isEmpty()) {
            failWithMessage("%nExpected a playable MP4, but it is %s", described(facts));
        }
        return this;
    }

    /** Lasts so long, to a tenth of a second. */
    public VideoAssert hasDuration(Duration expected) {
        var facts = facts();
        var found = facts.measures().duration();
        if (found.isEmpty() || found.get().minus(expected).abs().compareTo(TOLERANCE) > 0) {
            failWithMessage("%nExpected a video of %s, but it is %s", Durations.format(expected), described(facts));
        }
        return this;
    }

    /** Lasts as long as a request's {@code duration} says, such as {@code 5s}. */
    public VideoAssert hasDuration(String expected) {
        return hasDuration(Durations.parse(expected));
    }

    /** Measures so many pixels, as shown. */
    public VideoAssert hasSize(int width, int height) {
        var facts = facts();
        var found = facts.measures().size();
        if (found.isEmpty() || !found.get().equals(new Size(width, height))) {
            failWithMessage("%nExpected a video of %s x %s pixels, but it is %s", width, height, described(facts));
        }
        return this;
    }

    public VideoAssert hasSound() {
        var facts = facts();
        if (!facts.hasAudio()) {
            failWithMessage("%nExpected a video with sound, but it is %s", described(facts));
        }
        return this;
    }

    public VideoAssert hasNoSound() {
        var facts = facts();
        if (facts.hasAudio()) {
            failWithMessage("%nExpected a video without sound, but it is %s", described(facts));
        }
        return this;
    }

    private MediaFacts facts() {
        return MediaProbe.measure(actual);
    }

    private String described(MediaFacts facts) {
        var measures = facts.measures();
        return actual.length + " bytes of " + facts.format()
                + " (" + facts.state() + ")"
                + measures.duration()
                        .map(length -> ", " + Durations.format(length))
                        .orElse("")
                + measures.size()
                        .map(size -> ", " + size.width() + " x " + size.height())
                        .orElse("")
                + measures.videoCodec().map(codec -> ", " + codec).orElse(", no pictures")
                + measures.audioCodec().map(codec -> ", " + codec).orElse(", no sound");
    }
}
