package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.facts.AudioCodec;
import dev.venicesim.media.probe.facts.FrameRate;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.media.probe.facts.VideoCodec;
import java.time.Duration;

/**
 * State of reading one track: what is known of it so far. Units are ticks of the track's own clock unless said
 * otherwise.
 */
final class Mp4Track {

    static final int VIDEO = 'v' << 24 | 'i' << 16 | 'd' << 8 | 'e';
    static final int SOUND = 's' << 24 | 'o' << 16 | 'u' << 8 | 'n';

    boolean named;
    int handler;
    long ticksPerSecond;
    long headerTicks;
    long sampleTicks;
    long samples;
    long defaultSampleTicks;
    boolean turned;
    Size size = new Size(0, 0);
    VideoCodec videoCodec = VideoCodec.OTHER;
    AudioCodec audioCodec = AudioCodec.OTHER;
    final Mp4Edits edits = new Mp4Edits();

    void addSamples(long count, long ticks) {
        samples = SaturatingMath.add(samples, count);
        sampleTicks = SaturatingMath.add(sampleTicks, SaturatingMath.multiply(count, ticks));
    }

    /** How long it plays: what its samples add up to, else what its header says, cut by its edit list. */
    Duration duration(long movieTicksPerSecond) {
        long ticks = sampleTicks > 0 ? sampleTicks : headerTicks;
        return edits.apply(SaturatingMath.seconds(ticks, ticksPerSecond), movieTicksPerSecond);
    }

    Measures describe(Measures known) {
        if (handler == SOUND) {
            return known.audioCodec().isPresent() ? known : known.withAudioCodec(audioCodec);
        }
        if (handler != VIDEO || known.videoCodec().isPresent()) {
            return known;
        }
        Measures described = known.withVideoCodec(videoCodec);
        if (size.shortSide() > 0) {
            described = described.withSize(turned ? size.turned() : size);
        }
        boolean timed = samples > 0 && sampleTicks > 0 && ticksPerSecond > 0;
        return timed ? described.withFrameRate(FrameRate.over(samples, sampleTicks, ticksPerSecond)) : described;
    }
}
