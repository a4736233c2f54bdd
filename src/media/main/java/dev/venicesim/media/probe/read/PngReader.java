package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.media.probe.facts.Size;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reader of PNG: size, check sums, marked texts; compressed text is never inflated. */
final class PngReader {

    private static final int IHDR = 0x49484452;
    private static final int IEND = 0x49454E44;
    private static final int TEXT = 0x74455874;
    private static final int INTERNATIONAL_TEXT = 0x69545874;

    private final Bytes bytes;
    private final ImageTexts texts = new ImageTexts();
    private Measures measures = Measures.NONE;

    private PngReader(Bytes bytes) {
        this.bytes = bytes;
    }

    static ReaderResult read(Bytes bytes) {
        PngReader reader = new PngReader(bytes);
        MediaState state = reader.walk();
        return new ReaderResult(state, reader.measures, reader.texts.kept());
    }

    private MediaState walk() {
        long at = 8;
        while (bytes.has(at, 12)) {
            long length = bytes.u32(at);
            int type = bytes.s32(at + 4);
            if (at == 8 && !header(type, length)) {
                return MediaState.CORRUPT;
            }
            if (!bytes.has(at, length + 12)) {
                return MediaState.TRUNCATED;
            }
            if (bytes.crc32(at + 4, length + 4) != bytes.u32(at + 8 + length)) {
                return MediaState.CORRUPT;
            }
            if (type == IEND) {
                return MediaState.READABLE;
            }
            text(type, at + 8, length);
            at += length + 12;
        }
        return MediaState.TRUNCATED;
    }

    private boolean header(int type, long length) {
        long width = bytes.u32(16);
        long height = bytes.u32(20);
        if (type != IHDR || length != 13 || width == 0 || height == 0) {
            return false;
        }
        measures = measures.withSize(new Size(width, height));
        return true;
    }

    private void text(int type, long at, long length) {
        if ((type == TEXT || type == INTERNATIONAL_TEXT) && texts.wants(length)) {
            Charset charset = type == TEXT ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
            // keyword NUL text, or keyword NUL two flags, language NUL translated keyword NUL text
            String chunk = new String(bytes.copy(at, (int) length), charset);
            texts.offer(chunk.substring(chunk.lastIndexOf('\0') + 1));
        }
    }
}
