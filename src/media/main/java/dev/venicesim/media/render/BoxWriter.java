package dev.venicesim.media.render;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Writer of the nested boxes of an MP4 file. */
final class BoxWriter {

    private ByteBuffer out = ByteBuffer.allocate(4096);

    /** A box: its size, {@code type} and what {@code content} writes. */
    BoxWriter box(String type, Consumer<BoxWriter> content) {
        int start = out.position();
        u32(0).bytes(type.getBytes(StandardCharsets.ISO_8859_1));
        content.accept(this);
        out.putInt(start, out.position() - start);
        return this;
    }

    /** A box that begins with a version and flags. */
    BoxWriter fullBox(String type, int versionAndFlags, Consumer<BoxWriter> content) {
        return box(type, box -> {
            box.u32(versionAndFlags);
            content.accept(box);
        });
    }

    BoxWriter u8(int value) {
        reserve(1).put((byte) value);
        return this;
    }

    BoxWriter u16(int value) {
        reserve(2).putShort((short) value);
        return this;
    }

    BoxWriter u32(long value) {
        reserve(4).putInt((int) value);
        return this;
    }

    BoxWriter u64(long value) {
        reserve(8).putLong(value);
        return this;
    }

    BoxWriter zeros(int count) {
        return bytes(new byte[count]);
    }

    BoxWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    BoxWriter bytes(byte[] bytes) {
        reserve(bytes.length).put(bytes);
        return this;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(out.array(), out.position());
    }

    private ByteBuffer reserve(int count) {
        if (out.remaining() < count) {
            int size = Math.max(2 * out.capacity(), out.position() + count);
            out = ByteBuffer.allocate(size).put(out.flip());
        }
        return out;
    }
}
