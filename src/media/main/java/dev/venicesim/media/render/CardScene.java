package dev.venicesim.media.render;

import java.util.List;
import java.util.Optional;

/**
 * The card as drawn: what stands still, and the spans of macroblocks that move.
 *
 * @param paints in order, later ones over earlier ones
 * @param spans what changes with the second, in the order of the picture, never two in one macroblock row
 * @param sweep what moves within a second
 */
record CardScene(List<Paint> paints, List<Span> spans, Optional<Sweep> sweep) {

    /** Macroblocks of one row, from {@code column} on. */
    record Span(int row, int column, int count, Tiles tiles) {}

    /** Macroblocks of one row that fill up from left to right in each second; {@code partial} as in the bar. */
    static final class Sweep {

        private final int row;
        private final int column;
        private final int count;
        private final byte[][] partial;

        Sweep(int row, int column, int count, byte[][] partial) {
            this.row = row;
            this.column = column;
            this.count = count;
            this.partial = partial;
        }

        int row() {
            return row;
        }

        int column() {
            return column;
        }

        int count() {
            return count;
        }

        byte[][] partial() {
            return partial;
        }
    }
}
