package dev.venicesim.media.render;

import java.util.List;

/** The levels of H.264, table A-1: what a decoder must be able to do to play a stream. */
record Level(int idc, long blocksPerSecond, int blocksPerFrame, long kilobitsPerSecond, long kilobitsBuffered) {

    private static final List<Level> ALL = List.of(
            new Level(10, 1_485, 99, 64, 175),
            new Level(11, 3_000, 396, 192, 500),
            new Level(12, 6_000, 396, 384, 1_000),
            new Level(13, 11_880, 396, 768, 2_000),
            new Level(20, 11_880, 396, 2_000, 2_000),
            new Level(21, 19_800, 792, 4_000, 4_000),
            new Level(22, 20_250, 1_620, 4_000, 4_000),
            new Level(30, 40_500, 1_620, 10_000, 10_000),
            new Level(31, 108_000, 3_600, 14_000, 14_000),
            new Level(32, 216_000, 5_120, 20_000, 20_000),
            new Level(40, 245_760, 8_192, 20_000, 25_000),
            new Level(41, 245_760, 8_192, 50_000, 62_500),
            new Level(42, 522_240, 8_704, 50_000, 62_500),
            new Level(50, 589_824, 22_080, 135_000, 135_000),
            new Level(51, 983_040, 36_864, 240_000, 240_000),
            new Level(52, 2_073_600, 36_864, 240_000, 240_000),
            new Level(60, 4_177_920, 139_264, 240_000, 240_000),
            new Level(61, 8_355_840, 139_264, 480_000, 480_000),
            new Level(62, 16_711_680, 139_264, 800_000, 800_000));

    /**
     * The lowest {@code level_idc} that allows a size in macroblocks, a frame rate and a number of bytes a second; the
     * highest there is when none does.
     */
    static int idc(int across, int down, int framesPerSecond, long bytesPerSecond) {
        long kilobits = (bytesPerSecond * 8 + 999) / 1000;
        return ALL.stream()
                .filter(level -> level.allows(across, down, framesPerSecond, kilobits))
                .findFirst()
                .orElse(ALL.get(ALL.size() - 1))
                .idc;
    }

    private boolean allows(int across, int down, int framesPerSecond, long kilobits) {
        long blocks = (long) across * down;
        long longest = Math.max(across, down);
        return blocks <= blocksPerFrame
                && blocks * framesPerSecond <= blocksPerSecond
                && longest * longest <= 8L * blocksPerFrame
                && kilobits <= Math.min(kilobitsPerSecond, kilobitsBuffered);
    }
}
