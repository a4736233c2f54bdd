package dev.venicesim.media.probe.bytes;

/** Cursor over a JSON string's raw bytes that undoes its escapes. */
final class EscapeCursor {

    static final int END = -1;

    private final byte[] body;
    private final int to;
    private int at;

    EscapeCursor(JsonSlice slice) {
        this.body = slice.body();
        this.to = slice.to();
        this.at = slice.from();
    }

    int at() {
        return at;
    }

    void seek(int position) {
        at = position;
    }

    /** The next UTF-8 byte as it stands, or the UTF-16 unit an escape names, or {@link #END}. */
    int next() {
        if (at >= to) {
            return END;
        }
        int c = body[at++] & 0xFF;
        if (c != '\\' || at >= to) {
            return c;
        }
        int escape = body[at++] & 0xFF;
        return switch (escape) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> hex(4);
            default -> escape;
        };
    }

    /** The number the next {@code digits} hex digits write; on anything else, U+FFFD and no step. */
    int hex(int digits) {
        if (to - at < digits) {
            return 0xFFFD;
        }
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(body[at + i], 16);
            if (digit < 0) {
                return 0xFFFD;
            }
            value = value << 4 | digit;
        }
        at += digits;
        return value;
    }
}
