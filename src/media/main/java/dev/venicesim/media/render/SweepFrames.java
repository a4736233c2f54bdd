package dev.venicesim.media.render;

import java.io.ByteArrayOutputStream;

/**
 * The pictures between two IDR pictures: everything is skipped but the macroblocks the sweep has moved over since the
 * picture before. They are the same in every second.
 */
final class SweepFrames {

    /** All of them, one after the other. */
    private final byte[] bytes;

    /** Where each one ends in {@code bytes}. */
    private final int[] ends;

    private SweepFrames(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    byte[] bytes() {
        return bytes;
    }

    int[] ends() {
        return ends;
    }

    static SweepFrames of(CardScene scene, int macroblocks, int across, int framesPerSecond) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] ends = new int[framesPerSecond - 1];
        for (int frame = 1; frame < framesPerSecond; frame++) {
            BitWriter bits = new BitWriter().bits(8, NalUnit.P_SLICE);
            bits.ue(0).ue(5).ue(0).bits(8, frame).bits(3, 0);
            bits.seZero().ue(1); // quantiser as in the parameter set, deblocking off
            int next = 0;
            if (scene.sweep().isPresent()) {
                next = moved(bits, scene.sweep().get(), across, frame, framesPerSecond);
            }
            if (next < macroblocks) {
                bits.ue(macroblocks - next);
            }
            out.writeBytes(NalUnit.withLength(NalUnit.escape(bits.trailing().toByteArray())));
            ends[frame - 1] = out.size();
        }
        return new SweepFrames(out.toByteArray(), ends);
    }

    /** Bytes of the first {@code count} pictures. */
    int length(int count) {
        return count == 0 ? 0 : ends[count - 1];
    }

    private static int moved(BitWriter bits, CardScene.Sweep sweep, int across, int frame, int framesPerSecond) {
        int until = 16 * sweep.count() * frame / (framesPerSecond - 1);
        int since = 16 * sweep.count() * (frame - 1) / (framesPerSecond - 1);
        int start = sweep.row() * across + sweep.column();
        int next = 0;
        for (int index = since / 16; 16 * index < until; index++) {
            bits.ue(start + index - next).ue(30).alignWithZeros();
            byte[] tile = sweep.partial()[Math.min(16, until - 16 * index)];
            bits.raw(tile, Tiles.HEADER, Strip.SAMPLES);
            next = start + index + 1;
        }
        return next;
    }
}
