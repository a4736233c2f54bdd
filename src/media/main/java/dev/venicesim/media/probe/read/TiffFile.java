package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.Size;

/**
 * Reader of a TIFF's first directory, and of whether its last strip or tile is there. Each entry is looked at once,
 * whatever length it claims; other directories and the arrays that entries point at are never read, but for the last
 * value of the strips' offsets and lengths.
 */
final class TiffFile {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_LENGTHS = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_LENGTHS = 325;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ENTRY = 12;

    private final Bytes bytes;
    private final boolean bigEndian;
    private long width;
    private long height;
    /** Where the entries stand that say where the pixels lie; 0 for none. */
    private long offsetsAt;

    private long lengthsAt;

    private TiffFile(Bytes bytes) {
        this.bytes = bytes;
        this.bigEndian = bytes.u8(0) == 'M';
    }

    static ReaderResult read(Bytes bytes) {
        return new TiffFile(bytes).directory();
    }

    private ReaderResult directory() {
        long at = u32(4);
        int entries = u16(at);
        if (!bytes.has(0, 8) || !bytes.has(at, 2 + (long) ENTRY * entries)) {
            return ReaderResult.truncated(Measures.NONE);
        }
        for (int i = 0; i < entries; i++) {
            entry(at + 2 + (long) ENTRY * i);
        }
        if (width == 0 || height == 0) {
            return ReaderResult.corrupt(Measures.NONE);
        }
        long end = SaturatingMath.add(last(offsetsAt), last(lengthsAt));
        return ReaderResult.of(end <= bytes.length(), Measures.NONE.withSize(new Size(width, height)));
    }

    private void entry(long at) {
        switch (u16(at)) {
            case WIDTH -> width = single(at);
            case HEIGHT -> height = single(at);
            case STRIP_OFFSETS, TILE_OFFSETS -> offsetsAt = at;
            case STRIP_LENGTHS, TILE_LENGTHS -> lengthsAt = at;
            default -> {}
        }
    }

    /** The value of an entry that has one; 0 for any other. */
    private long single(long at) {
        return u32(at + 4) == 1 ? last(at) : 0;
    }

    /**
     * The last value of an entry's list, which lies in the entry where it fits there; 0 where it is no list of whole
     * numbers, past all ends where it is cut off.
     */
    private long last(long at) {
        int size = at == 0 ? 0 : size(u16(at + 2));
        long count = u32(at + 4);
        if (size == 0 || count == 0) {
            return 0;
        }
        long list = count * size <= 4 ? at + 8 : u32(at + 8);
        long value = list + (count - 1) * size;
        if (!bytes.has(value, size)) {
            return Long.MAX_VALUE;
        }
        return size == 2 ? u16(value) : u32(value);
    }

    private static int size(int type) {
        return type == SHORT ? 2 : type == LONG ? 4 : 0;
    }

    private int u16(long at) {
        return bigEndian ? bytes.u16(at) : bytes.u16le(at);
    }

    private long u32(long at) {
        return bigEndian ? bytes.u32(at) : bytes.u32le(at);
    }
}
