package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.facts.AudioCodec;
import dev.venicesim.media.probe.facts.FrameRate;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.media.probe.facts.VideoCodec;

/** State of reading one WebM or Matroska track: what is known of it so far. */
final class WebmTrack {

    private static final int VIDEO = 1;
    private static final int SOUND = 2;
    private static final long NANOS = 1_000_000_000L;

    long type;
    String codec = "";
    long frameNanos;
    long width;
    long height;
    private long blocks;
    private long firstTick = Long.MAX_VALUE;
    private long lastTick = Long.MIN_VALUE;

    boolean isVideo() {
        return type == VIDEO;
    }

    boolean isUntimed() {
        return isVideo() && frameNanos == 0;
    }

    void block(long tick) {
        blocks++;
        firstTick = Math.min(firstTick, tick);
        lastTick = Math.max(lastTick, tick);
    }

    /** Where its last block ends, in nanoseconds: one frame, or one mean gap, after it starts. */
    long endNanos(long nanosPerTick) {
        if (blocks == 0 || lastTick < 0) {
            return 0;
        }
        long gap = frameNanos > 0 || blocks < 2 ? frameNanos : (lastTick - firstTick) * nanosPerTick / (blocks - 1);
        return SaturatingMath.add(SaturatingMath.multiply(lastTick, nanosPerTick), Math.max(0, gap));
    }

    Measures describe(Measures known, long nanosPerTick) {
        if (type == SOUND && known.audioCodec().isEmpty()) {
            return known.withAudioCodec(audioCodec());
        }
        if (!isVideo() || known.videoCodec().isPresent()) {
            return known;
        }
        Measures described = known.withVideoCodec(videoCodec());
        if (width > 0 && height > 0) {
            described = described.withSize(new Size(width, height));
        }
        if (frameNanos > 0) {
            return described.withFrameRate(FrameRate.over(1, frameNanos, NANOS));
        }
        long span = SaturatingMath.multiply(Math.max(0, lastTick - firstTick), nanosPerTick);
        return blocks > 1 && span > 0 ? described.withFrameRate(FrameRate.over(blocks - 1, span, NANOS)) : described;
    }

    private VideoCodec videoCodec() {
        return switch (codec) {
            case "V_VP8" -> VideoCodec.VP8;
            case "V_VP9" -> VideoCodec.VP9;
            case "V_AV1" -> VideoCodec.AV1;
            case "V_MPEG4/ISO/AVC" -> VideoCodec.H264;
            case "V_MPEGH/ISO/HEVC" -> VideoCodec.H265;
            default -> VideoCodec.OTHER;
        };
    }

    private AudioCodec audioCodec() {
        return switch (codec) {
            case "A_OPUS" -> AudioCodec.OPUS;
            case "A_MPEG/L3" -> AudioCodec.MP3;
            default -> {
                if (codec.startsWith("A_PCM")) {
                    yield AudioCodec.PCM;
                }
                yield codec.startsWith("A_AAC") ? AudioCodec.AAC : AudioCodec.OTHER;
            }
        };
    }
}
