package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.Size;

/** Reader of a GIF's screen size, and of whether the file ends as one does. */
final class GifFile {

    /** Signature, version and screen descriptor. */
    private static final int HEADER = 13;

    private static final int TRAILER = 0x3B;
    private static final int PADDING = 1024;

    private GifFile() {}

    static ReaderResult read(Bytes bytes) {
        if (!bytes.has(0, HEADER)) {
            return ReaderResult.truncated(Measures.NONE);
        }
        Size size = new Size(bytes.u16le(6), bytes.u16le(8));
        return size.shortSide() == 0
                ? ReaderResult.corrupt(Measures.NONE)
                : ReaderResult.of(ends(bytes), Measures.NONE.withSize(size));
    }

    private static boolean ends(Bytes bytes) {
        long last = bytes.length() - 1;
        long floor = Math.max(12, last - PADDING);
        while (last > floor && bytes.u8(last) == 0) {
            last--;
        }
        return bytes.u8(last) == TRAILER;
    }
}
