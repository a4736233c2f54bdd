package dev.venicesim.media.probe.read;

import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.bmp.BmpHeaderDirectory;
import com.drew.metadata.bmp.BmpReader;
import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.Size;

/** Reads the header of a BMP, and whether its pixels are all there. */
final class BmpFile {

    /** File header and the 40 bytes all later headers begin with; past them lie linked profiles of any claimed length. */
    private static final int HEADER = 54;

    private static final int UNCOMPRESSED = 0;
    private static final int BIT_FIELDS = 3;

    private BmpFile() {}

    static boolean hasKnownHeader(Bytes bytes) {
        long header = bytes.u32le(14);
        return header == 12 || (header >= 16 && header <= 124);
    }

    static Reading read(Bytes bytes) {
        Metadata metadata = new Metadata();
        new BmpReader().extract(new SequentialByteArrayReader(bytes.copy(0, HEADER)), metadata);
        Measures measures = LibraryImage.size(
                metadata,
                BmpHeaderDirectory.class,
                BmpHeaderDirectory.TAG_IMAGE_WIDTH,
                BmpHeaderDirectory.TAG_IMAGE_HEIGHT);
        if (measures.size().isEmpty()) {
            return bytes.has(0, HEADER) ? Reading.corrupt(measures) : Reading.truncated(measures);
        }
        return Reading.of(pixelsEnd(bytes, measures.size().orElseThrow()) <= bytes.length(), measures);
    }

    private static long pixelsEnd(Bytes bytes, Size size) {
        boolean small = bytes.u32le(14) == 12;
        int depth = bytes.u16le(small ? 24 : 28);
        long compression = small ? UNCOMPRESSED : bytes.u32le(30);
        long offset = bytes.u32le(10);
        if (compression != UNCOMPRESSED && compression != BIT_FIELDS) {
            return offset + bytes.u32le(34);
        }
        long row = Saturating.multiply(size.width(), depth) / 32 + (size.width() * depth % 32 == 0 ? 0 : 1);
        return Saturating.add(offset, Saturating.multiply(4 * row, size.height()));
    }
}
