package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.Size;

/** Reader of WebP: the first chunk, lossy, lossless or extended. */
final class WebpReader {

    private WebpReader() {}

    static ReaderResult read(Bytes bytes) {
        Size size = switch (bytes.latin1(12, 4)) {
            case "VP8X" -> new Size(u24le(bytes, 24) + 1, u24le(bytes, 27) + 1);
            case "VP8L" -> lossless(bytes);
            case "VP8 " -> lossy(bytes);
            default -> new Size(0, 0);
        };
        if (!bytes.has(0, 30)) {
            return ReaderResult.truncated(Measures.NONE);
        }
        if (size.shortSide() == 0) {
            return ReaderResult.corrupt(Measures.NONE);
        }
        return ReaderResult.of(bytes.has(8, bytes.u32le(4)), Measures.NONE.withSize(size));
    }

    private static Size lossless(Bytes bytes) {
        long bits = bytes.u32le(21);
        return bytes.u8(20) == 0x2F ? new Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1) : new Size(0, 0);
    }

    private static Size lossy(Bytes bytes) {
        boolean keyFrame = bytes.u8(23) == 0x9D && bytes.u8(24) == 0x01 && bytes.u8(25) == 0x2A;
        return keyFrame ? new Size(bytes.u16le(26) & 0x3FFF, bytes.u16le(28) & 0x3FFF) : new Size(0, 0);
    }

    private static long u24le(Bytes bytes, long at) {
        return bytes.u16le(at) | (long) bytes.u8(at + 2) << 16;
    }
}
