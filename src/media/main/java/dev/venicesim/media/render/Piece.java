package dev.venicesim.media.render;

import java.nio.ByteBuffer;

/** A run of bytes of every second's first picture: always as long, at one place, read by copying arrays. */
sealed interface Piece {

    int length();

    /** Puts {@code count} bytes from {@code from} on, as they are in the given second. */
    void copy(int second, int from, int count, ByteBuffer dst);

    long heapBytes();

    /** The same in every second. */
    final class Still implements Piece {

        private final byte[] bytes;

        Still(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public void copy(int second, int from, int count, ByteBuffer dst) {
            dst.put(bytes, from, count);
        }

        @Override
        public long heapBytes() {
            return bytes.length;
        }
    }

    /** One of two arrays in turn: neighbouring IDR pictures must differ in their id. */
    final class Alternating implements Piece {

        private final byte[] even;
        private final byte[] odd;

        Alternating(byte[] even, byte[] odd) {
            this.even = even;
            this.odd = odd;
        }

        @Override
        public int length() {
            return even.length;
        }

        @Override
        public void copy(int second, int from, int count, ByteBuffer dst) {
            dst.put((second & 1) == 0 ? even : odd, from, count);
        }

        @Override
        public long heapBytes() {
            return 2L * even.length;
        }
    }

    /** A row of I_PCM macroblocks chosen second by second; the first one's header belongs to the slice's head. */
    record Changing(Tiles tiles, int count) implements Piece {
        @Override
        public int length() {
            return count * Tiles.BYTES - Tiles.HEADER;
        }

        @Override
        public void copy(int second, int from, int count, ByteBuffer dst) {
            int at = from + Tiles.HEADER;
            int end = at + count;
            while (at < end) {
                int inTile = at % Tiles.BYTES;
                int part = Math.min(Tiles.BYTES - inTile, end - at);
                dst.put(tiles.at(second, at / Tiles.BYTES), inTile, part);
                at += part;
            }
        }

        @Override
        public long heapBytes() {
            return tiles.heapBytes();
        }
    }
}
