package dev.venicesim.tap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Copy of a body on its way, as far as it is kept. */
final class Copy {

    /** More than any reply of the API but its lists of models. */
    private static final int MOST_KEPT = 64 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long length;

    void take(byte[] bytes, int offset, int count) {
        length += count;
        if (length <= MOST_KEPT) {
            kept.write(bytes, offset, count);
        }
    }

    long length() {
        return length;
    }

    boolean isWhole() {
        return length <= MOST_KEPT;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    /** Bytes behind their coding; as they are if that is unknown, broken or hides too much. */
    static byte[] decoded(String coding, byte[] bytes) {
        if (!coding.equalsIgnoreCase("gzip")) {
            return bytes;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(MOST_KEPT);
        } catch (IOException e) {
            return bytes;
        }
    }
}
