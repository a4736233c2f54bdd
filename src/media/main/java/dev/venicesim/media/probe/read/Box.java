package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;

/** Cursor over the boxes (ISO 14496-12; QuickTime calls them atoms) of one range, without making an object for each. */
final class Box {

    static final int FTYP = 'f' << 24 | 't' << 16 | 'y' << 8 | 'p';
    static final int MOOV = 'm' << 24 | 'o' << 16 | 'o' << 8 | 'v';
    static final int MVHD = 'm' << 24 | 'v' << 16 | 'h' << 8 | 'd';
    static final int TRAK = 't' << 24 | 'r' << 16 | 'a' << 8 | 'k';
    static final int TKHD = 't' << 24 | 'k' << 16 | 'h' << 8 | 'd';
    static final int EDTS = 'e' << 24 | 'd' << 16 | 't' << 8 | 's';
    static final int ELST = 'e' << 24 | 'l' << 16 | 's' << 8 | 't';
    static final int MDIA = 'm' << 24 | 'd' << 16 | 'i' << 8 | 'a';
    static final int MDHD = 'm' << 24 | 'd' << 16 | 'h' << 8 | 'd';
    static final int HDLR = 'h' << 24 | 'd' << 16 | 'l' << 8 | 'r';
    static final int MINF = 'm' << 24 | 'i' << 16 | 'n' << 8 | 'f';
    static final int STBL = 's' << 24 | 't' << 16 | 'b' << 8 | 'l';
    static final int STSD = 's' << 24 | 't' << 16 | 's' << 8 | 'd';
    static final int STTS = 's' << 24 | 't' << 16 | 't' << 8 | 's';
    static final int ESDS = 'e' << 24 | 's' << 16 | 'd' << 8 | 's';
    static final int WAVE = 'w' << 24 | 'a' << 16 | 'v' << 8 | 'e';
    static final int MVEX = 'm' << 24 | 'v' << 16 | 'e' << 8 | 'x';
    static final int TREX = 't' << 24 | 'r' << 16 | 'e' << 8 | 'x';
    static final int MEHD = 'm' << 24 | 'e' << 16 | 'h' << 8 | 'd';
    static final int SIDX = 's' << 24 | 'i' << 16 | 'd' << 8 | 'x';
    static final int MOOF = 'm' << 24 | 'o' << 16 | 'o' << 8 | 'f';
    static final int TRAF = 't' << 24 | 'r' << 16 | 'a' << 8 | 'f';
    static final int TFHD = 't' << 24 | 'f' << 16 | 'h' << 8 | 'd';
    static final int TRUN = 't' << 24 | 'r' << 16 | 'u' << 8 | 'n';
    static final int MDAT = 'm' << 24 | 'd' << 16 | 'a' << 8 | 't';
    static final int FREE = 'f' << 24 | 'r' << 16 | 'e' << 8 | 'e';
    static final int SKIP = 's' << 24 | 'k' << 16 | 'i' << 8 | 'p';
    static final int WIDE = 'w' << 24 | 'i' << 16 | 'd' << 8 | 'e';
    static final int META = 'm' << 24 | 'e' << 16 | 't' << 8 | 'a';
    static final int PITM = 'p' << 24 | 'i' << 16 | 't' << 8 | 'm';
    static final int IPRP = 'i' << 24 | 'p' << 16 | 'r' << 8 | 'p';
    static final int IPCO = 'i' << 24 | 'p' << 16 | 'c' << 8 | 'o';
    static final int IPMA = 'i' << 24 | 'p' << 16 | 'm' << 8 | 'a';
    static final int ISPE = 'i' << 24 | 's' << 16 | 'p' << 8 | 'e';
    static final int IROT = 'i' << 24 | 'r' << 16 | 'o' << 8 | 't';

    private final Bytes bytes;
    private final long rangeEnd;
    private int type;
    private long start;
    private long end;
    private boolean overruns;

    Box(Bytes bytes, long from, long to) {
        this.bytes = bytes;
        this.rangeEnd = Math.min(to, bytes.length());
        this.end = from;
    }

    /** Whether a file without {@code ftyp} may begin with this box, as old QuickTime files do. */
    static boolean opensQuickTime(int type) {
        return type == MOOV || type == MDAT || type == WIDE || type == FREE || type == SKIP;
    }

    /** Moves to the next box; false at the end of the range, or where no box can be. */
    boolean next() {
        long at = end;
        if (overruns || rangeEnd - at < 8) {
            return false;
        }
        long size = bytes.u32(at);
        int header = 8;
        if (size == 1 && rangeEnd - at >= 16) {
            size = bytes.s64(at + 8);
            header = 16;
        }
        type = bytes.s32(at + 4);
        if (size == 0) {
            size = rangeEnd - at;
        }
        if (size < header) {
            return false;
        }
        start = at + header;
        overruns = size > rangeEnd - at;
        end = overruns ? rangeEnd : at + size;
        return true;
    }

    int type() {
        return type;
    }

    /** Where its content starts. */
    long start() {
        return start;
    }

    /** Where its content ends, at the latest where its parent's does. */
    long end() {
        return end;
    }

    /** Whether it claims to be longer than its parent. */
    boolean overruns() {
        return overruns;
    }

    /** How many entries of a table it has: as many as {@code claimed}, but none past its end. */
    long entries(long claimed, long from, int bytesEach) {
        return Math.max(0, Math.min(claimed, (end - from) / bytesEach));
    }

    /** Of a box with version and flags, the version. */
    int version() {
        return bytes.u8(start);
    }
}
