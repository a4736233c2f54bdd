package dev.venicesim.media.render;

/** One row of macroblocks of the picture, 16 luma lines in 4:2:0: all of a frame that is in memory at a time. */
final class Strip {

    /** Bytes of a macroblock's samples. */
    static final int SAMPLES = 384;

    final int width;
    final byte[] luma;
    final byte[] blue;
    final byte[] red;
    private int top;

    Strip(int macroblocks) {
        width = 16 * macroblocks;
        luma = new byte[16 * width];
        blue = new byte[4 * width];
        red = new byte[4 * width];
    }

    /** Draws what of {@code paints} falls on macroblock row {@code row}. */
    void paint(int row, Iterable<Paint> paints) {
        top = 16 * row;
        for (Paint paint : paints) {
            if (paint.top() < top + 16 && paint.bottom() > top) {
                paint.on(this);
            }
        }
    }

    int firstLine(int y) {
        return Math.max(0, y - top);
    }

    int endLine(int y) {
        return Math.min(16, y - top);
    }

    /** The picture's line at which this strip begins. */
    int top() {
        return top;
    }

    /** Blends one pixel; the colour planes follow the even pixels of even lines. */
    void blend(int x, int line, Yuv colour, int share) {
        int at = line * width + x;
        luma[at] = Yuv.mix(luma[at], colour.y(), share);
        if ((x & 1) == 0 && (line & 1) == 0) {
            int half = line / 2 * (width / 2) + x / 2;
            blue[half] = Yuv.mix(blue[half], colour.cb(), share);
            red[half] = Yuv.mix(red[half], colour.cr(), share);
        }
    }

    /** The samples of macroblock {@code column} in the order of I_PCM. */
    byte[] samples(int column) {
        byte[] out = new byte[SAMPLES];
        for (int line = 0; line < 16; line++) {
            System.arraycopy(luma, line * width + 16 * column, out, 16 * line, 16);
        }
        for (int line = 0; line < 8; line++) {
            int from = line * (width / 2) + 8 * column;
            System.arraycopy(blue, from, out, 256 + 8 * line, 8);
            System.arraycopy(red, from, out, 320 + 8 * line, 8);
        }
        return out;
    }
}
