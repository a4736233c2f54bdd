package dev.venicesim.media.probe.bytes;

import java.util.Arrays;

/** The last few decoded blocks of a payload, and where in the text every block starts. */
final class Blocks {

    /** A multiple of three, so that no base64 group is split. */
    static final int BLOCK = 48 * 1024;

    private static final int SLOTS = 3;
    private static final byte[] NOTHING = new byte[0];

    private final Decoding decoding;
    private final int[] starts;
    private final byte[][] limiter = new byte[SLOTS][];
    private final int[] held = new int[SLOTS];
    private final int size;
    private int oldest;
    private long loadsLeft;

    Blocks(Decoding decoding) {
        this.decoding = decoding;
        int count = decoding.atMost() / BLOCK + 2;
        this.starts = new int[count];
        this.starts[0] = decoding.start();
        this.size = Math.min(BLOCK, Math.max(3, (decoding.atMost() + 2) / 3 * 3));
        Arrays.fill(limiter, NOTHING);
        Arrays.fill(held, -1);
        // whatever a file's offsets say, reading it costs a few passes over its bytes
        this.loadsLeft = 4L * count + 64;
    }

    int size() {
        return size;
    }

    /** Decodes a block for the first time; blocks are opened in order. */
    Decoding.Block open(int index) {
        Decoding.Block block = decoding.decode(starts[index], slot(index));
        if (index + 1 < starts.length) {
            starts[index + 1] = block.next();
        }
        return block;
    }

    /** The block's bytes; nothing once the budget is spent. */
    byte[] get(int index) {
        for (int i = 0; i < SLOTS; i++) {
            if (held[i] == index) {
                return limiter[i];
            }
        }
        if (loadsLeft-- <= 0) {
            return NOTHING;
        }
        byte[] slot = slot(index);
        decoding.decode(starts[index], slot);
        return slot;
    }

    private byte[] slot(int index) {
        int chosen = oldest;
        oldest = (oldest + 1) % SLOTS;
        if (limiter[chosen].length == 0) {
            limiter[chosen] = new byte[size];
        }
        held[chosen] = index;
        return limiter[chosen];
    }
}
