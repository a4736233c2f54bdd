package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;

/** One frame header of MPEG 1, 2 or 2.5 audio layer III, packed in the four bytes it is stored in. */
record Mp3Frame(int header) {

    private static final int SYNC = 0xFFE00000;
    private static final int[] KBPS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBPS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] HERTZ_1 = {44_100, 48_000, 32_000};

    /** Whether two frames in a row start at {@code at}, or one that fills the rest of the file. */
    static boolean opens(Bytes bytes, long at) {
        Mp3Frame first = new Mp3Frame(bytes.s32(at));
        if (!first.valid()) {
            return false;
        }
        if (first.freeFormat()) {
            return true;
        }
        long second = at + first.length();
        return second >= bytes.length() || first.sameStream(bytes.s32(second));
    }

    boolean valid() {
        return (header & SYNC) == SYNC
                && version() != 1
                && (header >> 17 & 3) == 1
                && bitrateIndex() < 15
                && rateIndex() < 3;
    }

    /** Whether another header belongs to the same stream: version, layer and sample rate never change. */
    boolean sameStream(int other) {
        return ((header ^ other) & 0xFFFE0C00) == 0 && new Mp3Frame(other).valid();
    }

    boolean freeFormat() {
        return bitrateIndex() == 0;
    }

    /** Samples in each channel. */
    int samples() {
        return mpeg1() ? 1152 : 576;
    }

    int hertz() {
        int base = HERTZ_1[rateIndex()];
        return mpeg1() ? base : version() == 2 ? base / 2 : base / 4;
    }

    /** Bytes, header included. */
    int length() {
        int kbps = mpeg1() ? KBPS_1[bitrateIndex()] : KBPS_2[bitrateIndex()];
        return samples() / 8 * kbps * 1000 / hertz() + (header >> 9 & 1);
    }

    /** Where in a frame the Xing or Info tag stands: behind header and side information. */
    int tagOffset() {
        boolean mono = (header >> 6 & 3) == 3;
        if (mpeg1()) {
            return 4 + (mono ? 17 : 32);
        }
        return 4 + (mono ? 9 : 17);
    }

    private boolean mpeg1() {
        return version() == 3;
    }

    private int version() {
        return header >> 19 & 3;
    }

    private int bitrateIndex() {
        return header >> 12 & 15;
    }

    private int rateIndex() {
        return header >> 10 & 3;
    }
}
