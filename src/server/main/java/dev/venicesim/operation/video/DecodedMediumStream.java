package dev.venicesim.operation.video;

import dev.venicesim.media.probe.bytes.Bytes;
import java.io.InputStream;
import java.util.Objects;

/** Stream over a medium that came with the request, decoded as it is read. */
final class DecodedMediumStream extends InputStream {

    private final Bytes bytes;
    private long at;

    DecodedMediumStream(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        return at < bytes.length() ? bytes.u8(at++) : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (at >= bytes.length()) {
            return length == 0 ? 0 : -1;
        }
        var count = (int) Math.min(length, bytes.length() - at);
        for (int i = 0; i < count; i++) {
            into[offset + i] = (byte) bytes.u8(at++);
        }
        return count;
    }
}
