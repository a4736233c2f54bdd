package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.Size;

/** Reader of a BMP's header, and of whether its pixels are all there. */
final class BmpFile {

    private static final int INFO = 14;

    /** The first version's header, which has sizes of 16 bits and no compression. */
    private static final int SMALL_HEADER = 12;

    /** Up to the length of the pixel data; later fields are not read. */
    private static final int FIELDS = 38;

    private static final int UNCOMPRESSED = 0;
    private static final int BIT_FIELDS = 3;

    private BmpFile() {}

    static boolean hasKnownHeader(Bytes bytes) {
        long header = bytes.u32le(INFO);
        return header == SMALL_HEADER || (header >= 16 && header <= 124);
    }

    static ReaderResult read(Bytes bytes) {
        boolean small = bytes.u32le(INFO) == SMALL_HEADER;
        if (!bytes.has(0, small ? INFO + SMALL_HEADER : FIELDS)) {
            return ReaderResult.truncated(Measures.NONE);
        }
        // an image that is stored top-down has a negative height
        Size size = small
                ? new Size(bytes.u16le(18), bytes.u16le(20))
                : new Size(Math.abs((long) (int) bytes.u32le(18)), Math.abs((long) (int) bytes.u32le(22)));
        return size.shortSide() == 0
                ? ReaderResult.corrupt(Measures.NONE)
                : ReaderResult.of(pixelsEnd(bytes, size, small) <= bytes.length(), Measures.NONE.withSize(size));
    }

    private static long pixelsEnd(Bytes bytes, Size size, boolean small) {
        int depth = bytes.u16le(small ? 24 : 28);
        long compression = small ? UNCOMPRESSED : bytes.u32le(30);
        long offset = bytes.u32le(10);
        if (compression != UNCOMPRESSED && compression != BIT_FIELDS) {
            return offset + bytes.u32le(34);
        }
        long row = SaturatingMath.multiply(size.width(), depth) / 32 + (size.width() * depth % 32 == 0 ? 0 : 1);
        return SaturatingMath.add(offset, SaturatingMath.multiply(4 * row, size.height()));
    }
}
