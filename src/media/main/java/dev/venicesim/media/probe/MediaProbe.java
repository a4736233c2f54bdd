package dev.venicesim.media.probe;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.facts.MediaFormat;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.media.probe.read.FormatReaders;
import dev.venicesim.media.probe.read.ReaderResult;

/**
 * Probe that measures a medium by its bytes: it hashes them, tells their format, reads its headers. No input makes it
 * throw, and none costs more than a few passes over its bytes and a few hundred kilobytes.
 */
public final class MediaProbe {

    private MediaProbe() {}

    /** Measures bytes that are already decoded. */
    public static MediaFacts measure(byte[] medium) {
        return measure(Bytes.of(medium));
    }

    /** Measures bytes where they lie, whatever their label says. */
    public static MediaFacts measure(Bytes bytes) {
        MediaFormat format = FormatReaders.formatOf(bytes);
        ReaderResult reading = FormatReaders.read(format, bytes);
        MediaState state = bytes.wellFormed() ? reading.state() : MediaState.UNDECODABLE;
        return new MediaFacts(
                format,
                state,
                "sha256:" + bytes.sha256Hex(),
                reading.measures().withBytes(bytes.length()),
                reading.texts());
    }
}
