package dev.venicesim.media.render;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A reader of MP4 boxes that shares nothing with the writer. */
record Box(String type, int start, int end, ByteBuffer file) {

    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "minf", "stbl", "edts", "udta");

    static List<Box> read(byte[] file) {
        return read(ByteBuffer.wrap(file), 0, file.length);
    }

    private static List<Box> read(ByteBuffer file, int from, int to) {
        List<Box> boxes = new ArrayList<>();
        int at = from;
        while (at < to) {
            int size = file.getInt(at);
            if (size < 8 || at + size > to) {
                throw new AssertionError("a box of " + size + " bytes at " + at + " in " + from + " to " + to);
            }
            byte[] name = new byte[4];
            file.get(at + 4, name);
            boxes.add(new Box(new String(name, StandardCharsets.ISO_8859_1), at + 8, at + size, file));
            at += size;
        }
        return boxes;
    }

    List<Box> children() {
        return CONTAINERS.contains(type) ? read(file, start, end) : List.of();
    }

    /** All boxes of {@code name} below this one, in order. */
    List<Box> all(String name) {
        List<Box> found = new ArrayList<>();
        for (Box child : children()) {
            if (child.type.equals(name)) {
                found.add(child);
            }
            found.addAll(child.all(name));
        }
        return found;
    }

    /** The unsigned 32-bit number {@code index} words into the content. */
    long word(int index) {
        return Integer.toUnsignedLong(file.getInt(start + 4 * index));
    }
}
