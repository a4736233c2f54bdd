package dev.venicesim.media.probe.bytes;

/** The payload of a data URL without {@code ;base64}: characters as they stand, {@code %XX} for any byte. */
final class PercentText implements Decoding {

    private final JsonSlice slice;
    private final EscapeCursor cursor;

    PercentText(JsonSlice slice) {
        this.slice = slice;
        this.cursor = new EscapeCursor(slice);
    }

    @Override
    public int start() {
        return slice.from();
    }

    @Override
    public int atMost() {
        return slice.length();
    }

    @Override
    public Block decode(int from, byte[] out) {
        cursor.seek(from);
        int filled = 0;
        while (filled < out.length) {
            int c = cursor.next();
            if (c == EscapeCursor.END) {
                return new Block(filled, slice.to(), true);
            }
            int value = c == '%' ? cursor.hex(2) : c;
            // one byte for each step keeps blocks seekable; a URL holds no escape past ASCII
            out[filled++] = value > 255 ? (byte) '?' : (byte) value;
        }
        return new Block(filled, cursor.at(), true);
    }
}
