package dev.venicesim.media.render;

/** Macroblocks of one row that change with the second, each coded as I_PCM and so of one length. */
sealed interface Tiles {

    /** What precedes the samples when the macroblock before is I_PCM too: {@code mb_type} 25, then alignment. */
    int HEADER = 2;

    int BYTES = HEADER + Strip.SAMPLES;

    byte[] at(int second, int index);

    long heapBytes();

    static byte[] coded(byte[] samples) {
        byte[] tile = new byte[BYTES];
        tile[0] = 0x0D;
        System.arraycopy(samples, 0, tile, HEADER, samples.length);
        return tile;
    }

    /** A row of the running time, {@code mm:ss}; {@code glyphs} holds 0 to 9 and the colon, each some tiles wide. */
    final class Clock implements Tiles {

        static final int COLON = 10;

        /** Glyphs in {@code mm:ss}. */
        static final int PLACES = 5;

        private final byte[][][] glyphs;

        Clock(byte[][][] glyphs) {
            this.glyphs = glyphs;
        }

        @Override
        public byte[] at(int second, int index) {
            int wide = glyphs[0].length;
            return glyphs[digit(second, index / wide)][index % wide];
        }

        private static int digit(int second, int place) {
            return switch (place) {
                case 0 -> second / 600;
                case 1 -> second / 60 % 10;
                case 2 -> COLON;
                case 3 -> second % 60 / 10;
                default -> second % 10;
            };
        }

        @Override
        public long heapBytes() {
            return (long) glyphs.length * glyphs[0].length * BYTES;
        }
    }

    /** The share of the whole clip that is over; {@code partial[n]} has its first n of 16 columns filled. */
    final class Bar implements Tiles {

        private final byte[][] partial;
        private final int count;
        private final int seconds;

        Bar(byte[][] partial, int count, int seconds) {
            this.partial = partial;
            this.count = count;
            this.seconds = seconds;
        }

        byte[][] partial() {
            return partial;
        }

        int count() {
            return count;
        }

        int seconds() {
            return seconds;
        }

        @Override
        public byte[] at(int second, int index) {
            int filled = (int) (16L * count * (second + 1) / seconds);
            return partial[Math.max(0, Math.min(16, filled - 16 * index))];
        }

        @Override
        public long heapBytes() {
            return (long) partial.length * BYTES;
        }
    }
}
