package dev.venicesim.media.render;

import java.util.HexFormat;

/**
 * A dot-matrix font, five dots wide and eight high, for printable ASCII and a box for everything else.
 *
 * <p>A bitmap and not Java2D: text through {@code java.desktop} throws where no fonts are installed.
 */
final class Font {

    static final int COLUMNS = 5;
    static final int ROWS = 8;

    /** From one glyph's left edge to the next one's, in dots. */
    static final int ADVANCE = 6;

    /** Drawn for what the font does not hold. */
    static final char BOX = '\u007f';

    /** Five columns a glyph, from space to the box; the lowest bit is the top dot. */
    private static final byte[] DOTS = HexFormat.of()
            .parseHex("000000000000005F00000007000700147F147F14242A7F2A12231308646236495620500008070300"
                    + "001C2241000041221C002A1C7F1C2A08083E08080080703000080808080800006060002010080402"
                    + "3E5149453E00427F4000625149494622414949361814127F1027454545393C4A4949300171090503"
                    + "3649494936064949291E00003600000080B400000008142241141414141400412214080201590906"
                    + "3E415D594E7C1211127C7F494949363E414141227F4141413E7F494949417F090909013E41415172"
                    + "7F0808087F00417F41002040413F017F081422417F404040407F021C027F7F0408107F3E4141413E"
                    + "7F090909063E4151215E7F09192946264949493201017F01013F4040403F1F2040201F3F4038403F"
                    + "631408146303047804036151494543007F41410002040810200041417F0004020102048080808080"
                    + "000003050020545454787F484444383844444428384444487F3854545418087E09010208A4A4A47C"
                    + "7F0804047800447D40004080847D007F1028440000417F40007C041804787C080404783844444438"
                    + "FC2424241818242424FC7C08040408485454542404043F44243C4040207C1C2040201C3C4030403C"
                    + "44281028441CA0A0A07C4464544C44000836410000007F0000004136080008040810087F4141417F");

    private Font() {}

    static boolean has(int codePoint) {
        return codePoint >= ' ' && codePoint < BOX;
    }

    /** 1 where {@code glyph} has a dot, 0 where it has none and everywhere outside its cell. */
    static int dot(char glyph, int column, int row) {
        if (column < 0 || column >= COLUMNS || row < 0 || row >= ROWS) {
            return 0;
        }
        return DOTS[(glyph - ' ') * COLUMNS + column] >> row & 1;
    }
}
