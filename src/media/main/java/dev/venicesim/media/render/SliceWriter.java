package dev.venicesim.media.render;

import java.util.Arrays;
import java.util.List;

/**
 * Encoder of a run of macroblocks of an IDR picture, without loss: a macroblock that its left or upper neighbour
 * predicts exactly takes a byte or two, any other is I_PCM.
 */
final class SliceWriter {

    private static final int LEFT = 0;
    private static final int UP = 1;

    private final int macroblocksAcross;
    private final boolean[] pcm;
    private int first;
    private BitWriter bits = new BitWriter();
    private boolean open;

    SliceWriter(int macroblocksAcross) {
        this.macroblocksAcross = macroblocksAcross;
        pcm = new boolean[macroblocksAcross];
    }

    /** Codes one macroblock; opens a slice if none is open. */
    void add(int address, Strip strip, Strip above) {
        int column = address % macroblocksAcross;
        if (!open) {
            open = true;
            first = address;
            bits = new BitWriter();
            bits.raw(strip.samples(column), 0, Strip.SAMPLES);
            pcm[column] = true;
            return;
        }
        boolean hasLeft = column > 0 && address - 1 >= first;
        boolean hasUp = address - macroblocksAcross >= first;
        if (hasLeft && sameAsLeft(strip, column)) {
            predicted(LEFT, column, true, hasUp);
        } else if (hasUp && sameAsAbove(strip, above, column)) {
            predicted(UP, column, hasLeft, true);
        } else {
            bits.ue(25).alignWithZeros().raw(strip.samples(column), 0, Strip.SAMPLES);
            pcm[column] = true;
        }
    }

    /** Closes the open slice, if there is one, and adds its bytes to {@code pieces}. */
    void close(List<Piece> pieces) {
        if (!open) {
            return;
        }
        byte[] body = NalUnit.escape(bits.trailing().toByteArray());
        pieces.add(head(first, body.length));
        pieces.add(new Piece.Still(body));
        open = false;
    }

    /** Length, NAL header, slice header and the header of the I_PCM macroblock every slice here begins with. */
    static Piece head(int firstMacroblock, int bodyLength) {
        return new Piece.Alternating(head(firstMacroblock, bodyLength, 1), head(firstMacroblock, bodyLength, 2));
    }

    private static byte[] head(int firstMacroblock, int bodyLength, int idrPictureId) {
        BitWriter header = new BitWriter().bits(8, NalUnit.IDR_SLICE);
        header.ue(firstMacroblock).ue(7).ue(0).bits(8, 0).ue(idrPictureId).bits(2, 0);
        header.seZero().ue(1); // quantiser as in the parameter set, deblocking off
        byte[] head = NalUnit.escape(header.ue(25).alignWithZeros().toByteArray());
        byte[] unit = Arrays.copyOf(head, head.length + bodyLength);
        return Arrays.copyOf(NalUnit.withLength(unit), 4 + head.length);
    }

    private void predicted(int from, int column, boolean hasLeft, boolean hasUp) {
        boolean nearPcm = (hasLeft && pcm[column - 1]) || (hasUp && pcm[column]);
        if (from == LEFT) {
            bits.ue(2).ue(1); // Intra16x16 and chroma, both horizontal
        } else {
            bits.ue(1).ue(2); // both vertical
        }
        bits.seZero();
        // no coefficients: which code says so depends on the neighbours' counts, 16 for I_PCM and 0 else
        bits.bits(nearPcm ? 6 : 1, nearPcm ? 3 : 1);
        pcm[column] = false;
    }

    private static boolean sameAsLeft(Strip strip, int column) {
        return linesRepeat(strip.luma, strip.width, 16, column)
                && linesRepeat(strip.blue, strip.width / 2, 8, column)
                && linesRepeat(strip.red, strip.width / 2, 8, column);
    }

    // a line that equals itself moved one sample is of one colour, its left neighbour's
    private static boolean linesRepeat(byte[] plane, int stride, int size, int column) {
        for (int line = 0; line < size; line++) {
            int at = line * stride + size * column;
            if (!Arrays.equals(plane, at, at + size, plane, at - 1, at + size - 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameAsAbove(Strip strip, Strip above, int column) {
        return linesAre(above.luma, strip.luma, strip.width, 16, column)
                && linesAre(above.blue, strip.blue, strip.width / 2, 8, column)
                && linesAre(above.red, strip.red, strip.width / 2, 8, column);
    }

    private static boolean linesAre(byte[] above, byte[] plane, int stride, int size, int column) {
        int last = (size - 1) * stride + size * column;
        for (int line = 0; line < size; line++) {
            int at = line * stride + size * column;
            if (!Arrays.equals(above, last, last + size, plane, at, at + size)) {
                return false;
            }
        }
        return true;
    }
}
