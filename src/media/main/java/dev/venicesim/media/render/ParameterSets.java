package dev.venicesim.media.render;

/** The sequence and picture parameter sets of a Constrained Baseline stream, as NAL units without a length. */
final class ParameterSets {

    static final int PROFILE_IDC = 66;

    /** Constraint sets 0 and 1: what makes Baseline constrained. */
    static final int CONSTRAINTS = 0xC0;

    private final int levelIdc;
    private final byte[] sequence;
    private final byte[] picture;

    private ParameterSets(int levelIdc, byte[] sequence, byte[] picture) {
        this.levelIdc = levelIdc;
        this.sequence = sequence;
        this.picture = picture;
    }

    int levelIdc() {
        return levelIdc;
    }

    byte[] sequence() {
        return sequence;
    }

    byte[] picture() {
        return picture;
    }

    static ParameterSets of(ClipSpec spec, int levelIdc) {
        BitWriter sequence = new BitWriter().bits(8, NalUnit.SEQUENCE_PARAMETERS);
        sequence.bits(8, PROFILE_IDC).bits(8, CONSTRAINTS).bits(8, levelIdc);
        // id 0, eight bits of frame_num, output in decoding order, one reference picture
        sequence.ue(0).ue(4).ue(2).ue(1).bits(1, 0);
        int across = blocks(spec.width());
        int down = blocks(spec.height());
        sequence.ue(across - 1).ue(down - 1).bits(1, 1).bits(1, 1);
        crop(sequence, 16 * across - spec.width(), 16 * down - spec.height());
        usability(sequence.bits(1, 1), spec.framesPerSecond());

        BitWriter picture = new BitWriter().bits(8, NalUnit.PICTURE_PARAMETERS);
        picture.ue(0).ue(0).bits(2, 0).ue(0).ue(0).ue(0).bits(3, 0);
        // quantisers as they come; deblocking is controlled in the slices, which turn it off
        picture.seZero().seZero().seZero().bits(1, 1).bits(2, 0);
        return new ParameterSets(levelIdc, unit(sequence), unit(picture));
    }

    /** Macroblocks that {@code pixels} take up. */
    static int blocks(int pixels) {
        return (pixels + 15) / 16;
    }

    // in units of two pixels, those of the halved colour planes
    private static void crop(BitWriter bits, int right, int bottom) {
        if (right == 0 && bottom == 0) {
            bits.bits(1, 0);
        } else {
            bits.bits(1, 1).ue(0).ue(right / 2).ue(0).ue(bottom / 2);
        }
    }

    private static void usability(BitWriter bits, int framesPerSecond) {
        bits.bits(1, 1).bits(8, 1); // square pixels
        bits.bits(1, 0);
        bits.bits(1, 1).bits(3, 5).bits(1, 0); // limited range
        bits.bits(1, 1).bits(8, 1).bits(8, 1).bits(8, 1); // BT.709
        bits.bits(1, 0);
        bits.bits(1, 1).bits(32, 1).bits(32, 2 * framesPerSecond).bits(1, 1);
        bits.bits(3, 0);
        // nothing is reordered, so a decoder may show each picture at once
        bits.bits(1, 1).bits(1, 0).ue(0).ue(0).ue(0).ue(0).ue(0).ue(1);
    }

    private static byte[] unit(BitWriter bits) {
        return NalUnit.escape(bits.trailing().toByteArray());
    }
}
