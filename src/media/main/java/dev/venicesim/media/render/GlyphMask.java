package dev.venicesim.media.render;

import java.util.HashMap;
import java.util.Map;

/** The font's glyphs enlarged with rounded, smoothed edges; keeps those it has drawn. */
final class GlyphMask {

    /** Below one half, so that dots which only touch at a corner join. */
    private static final double EDGE = 0.42;

    private record Key(char glyph, int scale) {}

    private final Map<Key, short[]> drawn = new HashMap<>();

    /** How much of each pixel the glyph covers, 0 to 256, in rows of {@code Font.COLUMNS * scale}. */
    short[] of(char glyph, int scale) {
        return drawn.computeIfAbsent(new Key(glyph, scale), GlyphMask::draw);
    }

    private static short[] draw(Key key) {
        int width = Font.COLUMNS * key.scale;
        int height = Font.ROWS * key.scale;
        short[] mask = new short[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double inside = field(key.glyph, (x + 0.5) / key.scale - 0.5, (y + 0.5) / key.scale - 0.5) - EDGE;
                double cover = inside * key.scale + 0.5;
                mask[y * width + x] = (short) Math.round(256 * Math.max(0, Math.min(1, cover)));
            }
        }
        return mask;
    }

    private static double field(char glyph, double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double right = x - column;
        double down = y - row;
        double above = Font.dot(glyph, column, row) * (1 - right) + Font.dot(glyph, column + 1, row) * right;
        double below = Font.dot(glyph, column, row + 1) * (1 - right) + Font.dot(glyph, column + 1, row + 1) * right;
        return above * (1 - down) + below * down;
    }
}
