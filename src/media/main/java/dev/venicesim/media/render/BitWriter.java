package dev.venicesim.media.render;

import java.util.Arrays;

/** Writer of bits, most significant first, and of the variable-length codes of H.264. */
final class BitWriter {

    private byte[] bytes = new byte[256];
    private int size;
    private int pending;
    private int pendingBits;

    BitWriter bits(int count, int value) {
        for (int i = count - 1; i >= 0; i--) {
            pending = pending << 1 | (value >>> i & 1);
            if (++pendingBits == 8) {
                append((byte) pending);
                pending = 0;
                pendingBits = 0;
            }
        }
        return this;
    }

    /** Unsigned Exp-Golomb, {@code ue(v)}. */
    BitWriter ue(int value) {
        int length = 32 - Integer.numberOfLeadingZeros(value + 1);
        return bits(length - 1, 0).bits(length, value + 1);
    }

    /** Signed Exp-Golomb, {@code se(v)}, of zero: the only one an encoder without residuals sends. */
    BitWriter seZero() {
        return bits(1, 1);
    }

    BitWriter alignWithZeros() {
        return pendingBits == 0 ? this : bits(8 - pendingBits, 0);
    }

    /** The stop bit and the zeros after it that end every NAL unit's payload. */
    BitWriter trailing() {
        return bits(1, 1).alignWithZeros();
    }

    /** Whole bytes; the writer must be aligned. */
    BitWriter raw(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, size, count);
        size += count;
        return this;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void append(byte value) {
        reserve(1);
        bytes[size++] = value;
    }

    private void reserve(int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
        }
    }
}
