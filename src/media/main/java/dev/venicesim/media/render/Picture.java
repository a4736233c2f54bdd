package dev.venicesim.media.render;

import java.util.ArrayList;
import java.util.List;

/** Any second's IDR picture, as pieces of which all seconds share the bytes. */
final class Picture {

    private static final byte[] STOP = {(byte) 0x80};

    private final List<Piece> pieces;

    /** Where each piece begins. */
    private final int[] starts;

    private final int length;

    private Picture(List<Piece> pieces, int[] starts, int length) {
        this.pieces = pieces;
        this.starts = starts;
        this.length = length;
    }

    List<Piece> pieces() {
        return pieces;
    }

    int[] starts() {
        return starts;
    }

    int length() {
        return length;
    }

    static Picture of(CardScene scene, int across, int down) {
        List<Piece> pieces = new ArrayList<>();
        SliceWriter slices = new SliceWriter(across);
        Strip strip = new Strip(across);
        Strip above = new Strip(across);
        int nextSpan = 0;
        for (int row = 0; row < down; row++) {
            strip.paint(row, scene.paints());
            int column = 0;
            if (nextSpan < scene.spans().size() && scene.spans().get(nextSpan).row() == row) {
                CardScene.Span span = scene.spans().get(nextSpan++);
                still(slices, row, 0, span.column(), strip, above);
                slices.close(pieces);
                changing(pieces, row * across + span.column(), span);
                column = span.column() + span.count();
            }
            still(slices, row, column, across, strip, above);
            Strip done = above;
            above = strip;
            strip = done;
        }
        slices.close(pieces);
        return indexed(pieces);
    }

    long heapBytes() {
        return pieces.stream().mapToLong(Piece::heapBytes).sum() + 64L * pieces.size();
    }

    private static void still(SliceWriter slices, int row, int from, int to, Strip strip, Strip above) {
        for (int column = from; column < to; column++) {
            slices.add(row * strip.width / 16 + column, strip, above);
        }
    }

    private static void changing(List<Piece> pieces, int first, CardScene.Span span) {
        Piece changing = new Piece.Changing(span.tiles(), span.count());
        pieces.add(SliceWriter.head(first, changing.length() + STOP.length));
        pieces.add(changing);
        pieces.add(new Piece.Still(STOP));
    }

    private static Picture indexed(List<Piece> pieces) {
        int[] starts = new int[pieces.size()];
        int length = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = length;
            length += pieces.get(i).length();
        }
        return new Picture(List.copyOf(pieces), starts, length);
    }
}
