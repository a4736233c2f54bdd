package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Measures;
import java.time.Duration;

/** Reader of WebM and Matroska: it looks into clusters only where the headers leave duration or frame rate open. */
final class WebmReader {

    private static final long NANOS = 1_000_000_000L;
    private static final long DEFAULT_NANOS_PER_TICK = 1_000_000;

    private final Ebml element;
    private final WebmTracks tracks = new WebmTracks();
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
            case Ebml.TRACK_ENTRY -> {
                tracks.begin();
                element.stepInside();
            }
            case Ebml.TIMESTAMP_SCALE -> nanosPerTick = Math.max(1, element.number());
            case Ebml.DURATION -> ticks = element.real();
            case Ebml.TRACK_NUMBER -> tracks.number(element.number());
            case Ebml.TRACK_TYPE -> tracks.type(element.number());
            case Ebml.CODEC_ID -> tracks.codec(element);
            case Ebml.DEFAULT_DURATION -> tracks.frameNanos(Math.max(0, element.number()));
            case Ebml.PIXEL_WIDTH -> tracks.current().width = Math.max(0, element.number());
            case Ebml.PIXEL_HEIGHT -> tracks.current().height = Math.max(0, element.number());
            case Ebml.CLUSTER -> {
                if (!element.sizeKnown() || blocksMatter()) {
                    element.stepInside();
                }
            }
            case Ebml.BLOCK_GROUP -> element.stepInside();
            case Ebml.TIMESTAMP -> clusterTick = Math.max(0, element.number());
            case Ebml.SIMPLE_BLOCK, Ebml.BLOCK ->
                tracks.block(element.blockTrack(), Math.max(0, clusterTick + element.blockTime()));
            default -> {}
        }
    }

    private boolean blocksMatter() {
        return !(ticks > 0) || tracks.anyUntimed();
    }

    private Measures measures() {
        Measures measures = tracks.describe(nanosPerTick);
        // a double past the largest long becomes the largest long, NaN becomes zero
        long nanos = ticks > 0 ? Math.round(ticks * nanosPerTick) : tracks.endNanos(nanosPerTick);
        return nanos > 0 ? measures.withDuration(Duration.ofSeconds(nanos / NANOS, nanos % NANOS)) : measures;
    }
}
