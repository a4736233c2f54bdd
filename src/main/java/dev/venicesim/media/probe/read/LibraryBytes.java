package dev.venicesim.media.probe.read;

import com.drew.lang.BufferBoundsException;
import com.drew.lang.RandomAccessReader;
import dev.venicesim.media.probe.bytes.Bytes;
import java.io.IOException;

/** A medium's bytes as metadata-extractor reads them; it may take single values, never more than {@link #MOST} bytes at once. */
final class LibraryBytes extends RandomAccessReader {

    private static final int MOST = 64;

    private final Bytes bytes;

    LibraryBytes(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int toUnshiftedOffset(int localOffset) {
        return localOffset;
    }

    @Override
    public byte getByte(int index) throws IOException {
        validateIndex(index, 1);
        return (byte) bytes.u8(index);
    }

    @Override
    public byte[] getBytes(int index, int count) throws IOException {
        validateIndex(index, count);
        return bytes.copy(index, count);
    }

    @Override
    public byte[] getNullTerminatedBytes(int index, int maxLengthBytes) throws IOException {
        return getBytes(index, maxLengthBytes);
    }

    @Override
    protected void validateIndex(int index, int bytesRequested) throws IOException {
        if (!isValidIndex(index, bytesRequested)) {
            throw new BufferBoundsException(index, bytesRequested, bytes.length());
        }
    }

    @Override
    protected boolean isValidIndex(int index, int bytesRequested) {
        return bytesRequested <= MOST && bytes.has(index, bytesRequested);
    }

    @Override
    public long getLength() {
        return bytes.length();
    }
}
