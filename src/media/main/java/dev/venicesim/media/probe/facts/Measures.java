package dev.venicesim.media.probe.facts;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Measures of a medium; whatever is not known is empty, and what is not known cannot break a limit. */
public record Measures(
        OptionalLong bytes,
        Optional<Size> size,
        Optional<Duration> duration,
        Optional<FrameRate> frameRate,
        Optional<VideoCodec> videoCodec,
        Optional<AudioCodec> audioCodec) {

    public static final Measures NONE = new Measures(
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Measures withBytes(long known) {
        return new Measures(OptionalLong.of(known), size, duration, frameRate, videoCodec, audioCodec);
    }

    public Measures withSize(Size known) {
        return new Measures(bytes, Optional.of(known), duration, frameRate, videoCodec, audioCodec);
    }

    public Measures withDuration(Duration known) {
        return new Measures(bytes, size, Optional.of(known), frameRate, videoCodec, audioCodec);
    }

    public Measures withFrameRate(FrameRate known) {
        return new Measures(bytes, size, duration, Optional.of(known), videoCodec, audioCodec);
    }

    public Measures withVideoCodec(VideoCodec known) {
        return new Measures(bytes, size, duration, frameRate, Optional.of(known), audioCodec);
    }

    public Measures withAudioCodec(AudioCodec known) {
        return new Measures(bytes, size, duration, frameRate, videoCodec, Optional.of(known));
    }
}
