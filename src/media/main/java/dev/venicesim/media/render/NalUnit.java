package dev.venicesim.media.render;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** NAL units of H.264 as MP4 stores them: a four-byte length, then bytes in which no start code can appear. */
final class NalUnit {

    static final int IDR_SLICE = 0x65;
    static final int P_SLICE = 0x61;
    static final int SEQUENCE_PARAMETERS = 0x67;
    static final int PICTURE_PARAMETERS = 0x68;

    private NalUnit() {}

    /** {@code payload} with an emulation prevention byte wherever two zeros would be followed by 0 to 3. */
    static byte[] escape(byte[] payload) {
        byte[] out = new byte[payload.length + payload.length / 2 + 1];
        int size = 0;
        int zeros = 0;
        for (byte value : payload) {
            if (zeros == 2 && (value & 0xFC) == 0) {
                out[size++] = 3;
                zeros = 0;
            }
            out[size++] = value;
            zeros = value == 0 ? zeros + 1 : 0;
        }
        return Arrays.copyOf(out, size);
    }

    static byte[] withLength(byte[] unit) {
        return ByteBuffer.allocate(4 + unit.length)
                .putInt(unit.length)
                .put(unit)
                .array();
    }
}
