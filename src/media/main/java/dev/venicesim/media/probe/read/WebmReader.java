package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Measures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reader of WebM and Matroska: it looks into clusters only where the headers leave duration or frame rate open. */
final class WebmReader {

    private static final int MOST_TRACKS = 64;
    private static final long NANOS = 1_000_000_000L;
    private static final long DEFAULT_NANOS_PER_TICK = 1_000_000;

    private final Ebml element;
    private final List<WebmTrack> tracks = new ArrayList<>();
    private final WebmTrack nowhere = new WebmTrack();
    private WebmTrack track = nowhere;
    private long nanosPerTick = DEFAULT_NANOS_PER_TICK;
    private double ticks;
    private long clusterTick;
    private boolean whole = true;

    private WebmReader(Bytes bytes) {
        this.element = new Ebml(bytes);
    }

    static ReaderResult read(Bytes bytes) {
        return new WebmReader(bytes).read();
    }

    private ReaderResult read() {
        while (element.next()) {
            whole &= !element.overruns();
            visit();
        }
        Measures measures = measures();
        if (!whole) {
            return ReaderResult.truncated(measures);
        }
        return element.atEnd() && !tracks.isEmpty() ? ReaderResult.readable(measures) : ReaderResult.corrupt(measures);
    }

    private void visit() {
        switch (element.id()) {
            case Ebml.SEGMENT, Ebml.INFO, Ebml.TRACKS, Ebml.VIDEO -> element.stepInside();
            case Ebml.TRACK_ENTRY -> newTrack();
            case Ebml.TIMESTAMP_SCALE -> nanosPerTick = Math.max(1, element.number());
            case Ebml.DURATION -> ticks = element.real();
            case Ebml.TRACK_NUMBER -> track.number = element.number();
            case Ebml.TRACK_TYPE -> track.type = element.number();
            case Ebml.CODEC_ID -> track.codec = element.text();
            case Ebml.DEFAULT_DURATION -> track.frameNanos = Math.max(0, element.number());
            case Ebml.PIXEL_WIDTH -> track.width = Math.max(0, element.number());
            case Ebml.PIXEL_HEIGHT -> track.height = Math.max(0, element.number());
            case Ebml.CLUSTER -> {
                if (!element.sizeKnown() || blocksMatter()) {
                    element.stepInside();
                }
            }
            case Ebml.BLOCK_GROUP -> element.stepInside();
            case Ebml.TIMESTAMP -> clusterTick = Math.max(0, element.number());
            case Ebml.SIMPLE_BLOCK, Ebml.BLOCK -> block();
            default -> {}
        }
    }

    private void newTrack() {
        track = nowhere;
        if (tracks.size() < MOST_TRACKS) {
            track = new WebmTrack();
            tracks.add(track);
        }
        element.stepInside();
    }

    private boolean blocksMatter() {
        return !(ticks > 0) || tracks.stream().anyMatch(known -> known.isVideo() && known.frameNanos == 0);
    }

    private void block() {
        long tick = Math.max(0, clusterTick + element.blockTime());
        for (WebmTrack known : tracks) {
            if (known.number == element.blockTrack()) {
                known.block(tick);
                return;
            }
        }
    }

    private Measures measures() {
        Measures measures = Measures.NONE;
        long lastNanos = 0;
        for (WebmTrack known : tracks) {
            measures = known.describe(measures, nanosPerTick);
            lastNanos = Math.max(lastNanos, known.endNanos(nanosPerTick));
        }
        // a double past the largest long becomes the largest long, NaN becomes zero
        long nanos = ticks > 0 ? Math.round(ticks * nanosPerTick) : lastNanos;
        return nanos > 0 ? measures.withDuration(Duration.ofSeconds(nanos / NANOS, nanos % NANOS)) : measures;
    }
}
