package dev.venicesim.http;

import java.nio.ByteBuffer;

/**
 * Framing of a chunked body, as its bytes come: whether it is that of RFC 9112 section 7.1 to the letter. Undertow is
 * kinder, to bare line feeds for one, and a proxy in front may then see another end of the body.
 */
final class ChunkFraming {

    /** Hexadecimal digits of a size; more of them are no body that anybody takes. */
    private static final int MOST_DIGITS = 15;

    private Part part = Part.SIZE;
    private int digits;
    private long left;

    /** Where in the body the next byte stands. */
    private enum Part {
        SIZE,
        EXTENSION,
        SIZE_END,
        DATA,
        DATA_END,
        DATA_LINE_END,
        TRAILER_START,
        TRAILER,
        TRAILER_END,
        LAST_END,
        WHOLE,
        BROKEN
    }

    /** Looks at what came next, up to the end of the body. */
    void take(ByteBuffer bytes) {
        while (bytes.hasRemaining() && part != Part.WHOLE && part != Part.BROKEN) {
            if (part == Part.DATA) {
                var here = (int) Math.min(left, bytes.remaining());
                bytes.position(bytes.position() + here);
                left -= here;
                part = left == 0 ? Part.DATA_END : Part.DATA;
            } else {
                part = after(bytes.get());
            }
        }
    }

    boolean isBroken() {
        return part == Part.BROKEN;
    }

    boolean isWhole() {
        return part == Part.WHOLE;
    }

    private Part after(byte next) {
        return switch (part) {
            case SIZE -> size(next);
            case EXTENSION -> text(next, Part.EXTENSION, Part.SIZE_END);
            case SIZE_END -> lineEnd(next, left == 0 ? Part.TRAILER_START : Part.DATA);
            case DATA_END -> next == '\r' ? Part.DATA_LINE_END : Part.BROKEN;
            case DATA_LINE_END -> {
                digits = 0;
                yield lineEnd(next, Part.SIZE);
            }
            case TRAILER_START -> text(next, Part.TRAILER, Part.LAST_END);
            case TRAILER -> text(next, Part.TRAILER, Part.TRAILER_END);
            case TRAILER_END -> lineEnd(next, Part.TRAILER_START);
            case LAST_END -> lineEnd(next, Part.WHOLE);
            case DATA, WHOLE, BROKEN -> part;
        };
    }

    private Part size(byte next) {
        var digit = Character.digit(next, 16);
        if (digit >= 0 && digits < MOST_DIGITS) {
            left = left * 16 + digit;
            digits++;
            return Part.SIZE;
        }
        if (digits == 0) {
            return Part.BROKEN;
        }
        return next == ';' ? Part.EXTENSION : next == '\r' ? Part.SIZE_END : Part.BROKEN;
    }

    private static Part text(byte next, Part more, Part ended) {
        if (next == '\r') {
            return ended;
        }
        return (next >= 0 && next < ' ' && next != '\t') || next == 0x7F ? Part.BROKEN : more;
    }

    private static Part lineEnd(byte next, Part then) {
        return next == '\n' ? then : Part.BROKEN;
    }
}
