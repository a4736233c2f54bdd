package dev.venicesim.media.render;

/** A silent AAC-LC track: 48 kHz, mono, every frame the same six bytes. */
final class SilentSound {

    static final int FRAME_BYTES = 6;

    /** AudioSpecificConfig: AAC-LC, 48 kHz, one channel. */
    private static final byte[] CONFIG = {0x11, (byte) 0x88};

    private static final byte[] FRAME = {0x00, (byte) 0xC8, 0x00, (byte) 0x80, 0x23, (byte) 0x80};
    private static final int BITS_PER_SECOND = ClipTimeline.SAMPLE_RATE / ClipTimeline.AAC_FRAME * FRAME_BYTES * 8;

    private SilentSound() {}

    static byte[] frames(int count) {
        byte[] out = new byte[FRAME_BYTES * count];
        for (int i = 0; i < out.length; i++) {
            out[i] = FRAME[i % FRAME_BYTES];
        }
        return out;
    }

    /** The sample entry, {@code mp4a}. */
    static void entry(BoxWriter boxes) {
        boxes.box(
                "mp4a",
                entry -> entry.zeros(6)
                        .u16(1)
                        .zeros(8)
                        .u16(1)
                        .u16(16)
                        .zeros(4)
                        .u32((long) ClipTimeline.SAMPLE_RATE << 16)
                        .fullBox("esds", 0, SilentSound::descriptors));
    }

    private static void descriptors(BoxWriter box) {
        box.u8(3).u8(25).u16(0).u8(0);
        box.u8(4).u8(17).u8(0x40).u8(0x15).u8(0).u16(0);
        box.u32(BITS_PER_SECOND).u32(BITS_PER_SECOND);
        box.u8(5).u8(CONFIG.length).bytes(CONFIG);
        box.u8(6).u8(1).u8(2);
    }
}
