package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;

/**
 * Cursor over the elements of a WebM or Matroska file in the order they lie, as one flat list: a reader steps into an
 * element or over it. So nothing nests, and a segment or cluster of unknown size needs no care.
 */
final class Ebml {

    static final int HEADER = 0x1A45DFA3;
    static final int SEGMENT = 0x18538067;
    static final int INFO = 0x1549A966;
    static final int TIMESTAMP_SCALE = 0x2AD7B1;
    static final int DURATION = 0x4489;
    static final int TRACKS = 0x1654AE6B;
    static final int TRACK_ENTRY = 0xAE;
    static final int TRACK_NUMBER = 0xD7;
    static final int TRACK_TYPE = 0x83;
    static final int CODEC_ID = 0x86;
    static final int DEFAULT_DURATION = 0x23E383;
    static final int VIDEO = 0xE0;
    static final int PIXEL_WIDTH = 0xB0;
    static final int PIXEL_HEIGHT = 0xBA;
    static final int CLUSTER = 0x1F43B675;
    static final int TIMESTAMP = 0xE7;
    static final int SIMPLE_BLOCK = 0xA3;
    static final int BLOCK_GROUP = 0xA0;
    static final int BLOCK = 0xA1;

    private static final long UNKNOWN_SIZE = -1;

    private final Bytes bytes;
    private long next;
    private int id;
    private long start;
    private long size;

    Ebml(Bytes bytes) {
        this.bytes = bytes;
    }

    /** Moves to the next element; false at the end of the file, or where no element can be. */
    boolean next() {
        long at = next;
        int idLength = width(bytes.u8(at));
        if (!bytes.has(at, 2) || idLength > 4) {
            return false;
        }
        id = (int) unsigned(at, idLength);
        int sizeLength = width(bytes.u8(at + idLength));
        if (sizeLength > 8 || !bytes.has(at, idLength + (long) sizeLength)) {
            return false;
        }
        long value = unsigned(at + idLength, sizeLength);
        long mask = (1L << (7 * sizeLength)) - 1;
        start = at + idLength + sizeLength;
        size = (value & mask) == mask ? UNKNOWN_SIZE : value & mask;
        next = size == UNKNOWN_SIZE ? start : SaturatingMath.add(start, size);
        return true;
    }

    /** One to eight; nine where the first byte starts no number. */
    private static int width(int firstByte) {
        return Integer.numberOfLeadingZeros(firstByte) - 23;
    }

    void stepInside() {
        next = start;
    }

    int id() {
        return id;
    }

    boolean sizeKnown() {
        return size != UNKNOWN_SIZE;
    }

    boolean overruns() {
        return size > bytes.length() - start;
    }

    /** Whether everything has been read. */
    boolean atEnd() {
        return next >= bytes.length();
    }

    long number() {
        return size >= 1 && size <= 8 ? unsigned(start, (int) size) : 0;
    }

    /** Of one to eight bytes; no more are looked at, for an element may have as few as two. */
    private long unsigned(long at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes.u8(at + i);
        }
        return value;
    }

    double real() {
        if (size == 4) {
            return Float.intBitsToFloat(bytes.s32(start));
        }
        return size == 8 ? Double.longBitsToDouble(bytes.s64(start)) : 0;
    }

    String text() {
        return bytes.latin1(start, (int) Math.max(0, Math.min(size, 64)));
    }

    /** Of a block: the number of its track, if that is below 127 as everyone writes it. */
    int blockTrack() {
        return bytes.u8(start) & 0x7F;
    }

    /** Of a block: ticks since its cluster's timestamp. */
    int blockTime() {
        return (short) bytes.u16(start + 1);
    }
}
