package dev.venicesim.media.render;

/** A colour in limited-range BT.709, which H.264 carries as it stands. */
record Yuv(byte y, byte cb, byte cr) {

    static Yuv rgb(int rgb) {
        double r = (rgb >> 16 & 255) / 255.0;
        double g = (rgb >> 8 & 255) / 255.0;
        double b = (rgb & 255) / 255.0;
        double luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        return new Yuv((byte) Math.round(16 + 219 * luma), (byte) Math.round(128 + 224 * (b - luma) / 1.8556), (byte)
                Math.round(128 + 224 * (r - luma) / 1.5748));
    }

    /** The colour {@code share} of 256 parts of the way from {@code from} to {@code to}. */
    static byte mix(byte from, byte to, int share) {
        return (byte) ((from & 255) + ((((to & 255) - (from & 255)) * share + 128) >> 8));
    }
}
