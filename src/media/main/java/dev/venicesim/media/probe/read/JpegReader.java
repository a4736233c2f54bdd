package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.media.probe.facts.Size;
import java.nio.charset.StandardCharsets;

/** Reader of JPEG: it walks the segments up to the scan, then looks for the end marker near the end of the file. */
final class JpegReader {

    private static final int START_OF_SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int END_OF_IMAGE = 0xFFD9;

    /** Phones append whole previews and maker's data; an end marker is near the end all the same. */
    private static final int TRAILER = 64 * 1024;

    private final Bytes bytes;
    private final ImageTexts texts = new ImageTexts();
    private Measures measures = Measures.NONE;

    private JpegReader(Bytes bytes) {
        this.bytes = bytes;
    }

    static ReaderResult read(Bytes bytes) {
        JpegReader reader = new JpegReader(bytes);
        MediaState state = reader.walk();
        return new ReaderResult(state, reader.measures, reader.texts.kept());
    }

    private MediaState walk() {
        long at = 2;
        while (bytes.has(at, 4)) {
            if (bytes.u8(at) != 0xFF) {
                return MediaState.CORRUPT;
            }
            int marker = bytes.u8(at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = bytes.u16(at + 2);
            if (length < 2 || marker == 0xD9 || marker == 0) {
                return MediaState.CORRUPT;
            }
            if (!bytes.has(at + 2, length)) {
                return MediaState.TRUNCATED;
            }
            if (marker == START_OF_SCAN) {
                return scanned(at + 2 + length);
            }
            segment(marker, at + 4, length - 2);
            at += 2 + length;
        }
        return MediaState.TRUNCATED;
    }

    private void segment(int marker, long at, int length) {
        if (isFrame(marker) && length >= 6) {
            Size size = new Size(bytes.u16(at + 3), bytes.u16(at + 1));
            measures = size.shortSide() > 0 ? measures.withSize(size) : measures;
        } else if (marker == COMMENT && texts.wants(length)) {
            texts.offer(new String(bytes.copy(at, length), StandardCharsets.UTF_8));
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private MediaState scanned(long dataAt) {
        if (measures.size().isEmpty()) {
            return MediaState.CORRUPT;
        }
        long from = Math.max(dataAt, bytes.length() - TRAILER);
        for (long at = from; at + 1 < bytes.length(); at++) {
            if (bytes.u16(at) == END_OF_IMAGE) {
                return MediaState.READABLE;
            }
        }
        return MediaState.TRUNCATED;
    }
}
