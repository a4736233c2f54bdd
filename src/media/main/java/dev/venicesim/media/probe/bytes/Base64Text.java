package dev.venicesim.media.probe.bytes;

import java.util.Arrays;

/**
 * Base64 inside a JSON string: standard and URL-safe alphabets, with padding or without, line breaks and blanks
 * ignored, JSON and percent escapes undone. Runs of plain characters, which is nearly everything, take the fast loop.
 */
final class Base64Text implements Decoding {

    private static final int[] SEXTETS = sextets();
    private static final int MALFORMED = 0xFFFFFF;

    private final JsonSlice slice;
    private final EscapeCursor cursor;

    Base64Text(JsonSlice slice) {
        this.slice = slice;
        this.cursor = new EscapeCursor(slice);
    }

    private static int[] sextets() {
        int[] table = new int[256];
        Arrays.fill(table, -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) {
            table[alphabet.charAt(i)] = i;
        }
        table['-'] = 62;
        table['_'] = 63;
        return table;
    }

    @Override
    public int start() {
        return slice.from();
    }

    @Override
    public int atMost() {
        return slice.length() / 4 * 3 + 3;
    }

    @Override
    public Block decode(int from, byte[] out) {
        int at = from;
        int filled = 0;
        while (true) {
            int quads = plainQuads(at, out, filled);
            at += 4 * quads;
            filled += 3 * quads;
            if (out.length - filled < 3) {
                return new Block(filled, at, true);
            }
            cursor.seek(at);
            int quantum = escapedQuad();
            at = cursor.at();
            int bytes = quantum >>> 24;
            for (int i = 0; i < bytes; i++) {
                out[filled++] = (byte) (quantum >> (16 - 8 * i));
            }
            if (bytes < 3) {
                return new Block(filled, slice.to(), quantum != MALFORMED && ended());
            }
        }
    }

    /** Decodes groups of four plain characters as long as they last; returns how many groups. */
    private int plainQuads(int from, byte[] out, int offset) {
        byte[] body = slice.body();
        int quads = Math.min((out.length - offset) / 3, (slice.to() - from) / 4);
        int at = from;
        int fill = offset;
        for (int i = 0; i < quads; i++) {
            int bits = SEXTETS[body[at] & 0xFF] << 18
                    | SEXTETS[body[at + 1] & 0xFF] << 12
                    | SEXTETS[body[at + 2] & 0xFF] << 6
                    | SEXTETS[body[at + 3] & 0xFF];
            if (bits < 0) {
                return i;
            }
            out[fill] = (byte) (bits >> 16);
            out[fill + 1] = (byte) (bits >> 8);
            out[fill + 2] = (byte) bits;
            at += 4;
            fill += 3;
        }
        return quads;
    }

    /**
     * One group the careful way: its number of bytes in the top eight bits, then the bytes; fewer than three at the
     * end.
     */
    private int escapedQuad() {
        int bits = 0;
        int sextets = 0;
        while (sextets < 4) {
            int c = nextVisible();
            if (c == '=') {
                boolean padded = sextets == 3 || (sextets == 2 && nextVisible() == '=');
                return padded ? partial(sextets, bits) : MALFORMED;
            }
            if (c == EscapeCursor.END) {
                return partial(sextets, bits);
            }
            if (c > 255 || SEXTETS[c] < 0) {
                return MALFORMED;
            }
            bits = bits << 6 | SEXTETS[c];
            sextets++;
        }
        return 3 << 24 | bits;
    }

    private static int partial(int sextets, int bits) {
        return switch (sextets) {
            case 0 -> 0;
            case 2 -> 1 << 24 | bits >> 4 << 16;
            case 3 -> 2 << 24 | bits >> 2 << 8;
            default -> MALFORMED;
        };
    }

    private int nextVisible() {
        int c = cursor.next();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            c = cursor.next();
        }
        return c == '%' ? cursor.hex(2) : c;
    }

    private boolean ended() {
        return nextVisible() == EscapeCursor.END;
    }
}
