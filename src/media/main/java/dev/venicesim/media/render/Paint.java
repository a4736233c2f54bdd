package dev.venicesim.media.render;

import java.util.Arrays;

/** Something drawn on the card; coordinates are pixels of the whole picture, and what lies outside is clipped. */
sealed interface Paint {

    /** The first line it touches. */
    int top();

    /** The line after the last. */
    int bottom();

    void on(Strip strip);

    /** A rectangle; all four numbers even. */
    record Fill(int left, int top, int right, int bottom, Yuv colour) implements Paint {
        @Override
        public void on(Strip strip) {
            int end = Math.min(right, strip.width);
            if (left >= end) {
                return;
            }
            for (int line = strip.firstLine(top); line < strip.endLine(bottom); line++) {
                Arrays.fill(strip.luma, line * strip.width + left, line * strip.width + end, colour.y());
                if ((line & 1) == 0) {
                    int half = line / 2 * (strip.width / 2);
                    Arrays.fill(strip.blue, half + left / 2, half + end / 2, colour.cb());
                    Arrays.fill(strip.red, half + left / 2, half + end / 2, colour.cr());
                }
            }
        }
    }

    /** Black to white from the left edge of the picture to the right. */
    record Ramp(int top, int bottom) implements Paint {
        @Override
        public void on(Strip strip) {
            for (int line = strip.firstLine(top); line < strip.endLine(bottom); line++) {
                for (int x = 0; x < strip.width; x++) {
                    strip.luma[line * strip.width + x] = (byte) (16 + 219 * x / (strip.width - 1));
                }
            }
            int from = strip.firstLine(top) / 2 * (strip.width / 2);
            int end = strip.endLine(bottom) / 2 * (strip.width / 2);
            Arrays.fill(strip.blue, from, end, (byte) 128);
            Arrays.fill(strip.red, from, end, (byte) 128);
        }
    }

    /** A line of text whose dots are {@code scale} pixels wide. */
    record Text(int left, int top, int scale, Yuv colour, String text, GlyphMask glyphs) implements Paint {
        @Override
        public int bottom() {
            return top + Font.ROWS * scale;
        }

        @Override
        public void on(Strip strip) {
            for (int i = 0; i < text.length(); i++) {
                int x = left + i * Font.ADVANCE * scale;
                if (text.charAt(i) != ' ' && x < strip.width) {
                    glyph(strip, x, glyphs.of(text.charAt(i), scale));
                }
            }
        }

        private void glyph(Strip strip, int x, short[] mask) {
            int width = Font.COLUMNS * scale;
            int visible = Math.min(width, strip.width - x);
            for (int line = strip.firstLine(top); line < strip.endLine(bottom()); line++) {
                int row = (strip.top() + line - top) * width;
                for (int column = 0; column < visible; column++) {
                    int share = mask[row + column];
                    if (share != 0) {
                        strip.blend(x + column, line, colour, share);
                    }
                }
            }
        }
    }
}
