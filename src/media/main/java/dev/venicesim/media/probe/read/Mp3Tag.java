package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import java.util.Optional;

/**
 * Tag that an encoder wrote into a silent first frame, about the frames that follow.
 *
 * @param frames how many, the silent one not counted
 * @param bytes how many bytes, the silent one included; 0 if not said
 * @param padding samples at both ends that are not part of the sound
 */
record Mp3Tag(long frames, long bytes, long padding) {

    private static final int VBRI_OFFSET = 36;

    static Optional<Mp3Tag> of(Bytes bytes, long frameAt, Mp3Frame frame) {
        long at = frameAt + frame.tagOffset();
        if (bytes.startsWith(at, "Xing") || bytes.startsWith(at, "Info")) {
            return Optional.of(xing(bytes, at));
        }
        long vbri = frameAt + VBRI_OFFSET;
        if (bytes.startsWith(vbri, "VBRI")) {
            return Optional.of(new Mp3Tag(bytes.u32(vbri + 14), bytes.u32(vbri + 10), 0));
        }
        return Optional.empty();
    }

    private static Mp3Tag xing(Bytes bytes, long tagAt) {
        int flags = bytes.s32(tagAt + 4);
        long at = tagAt + 8;
        long frames = (flags & 1) != 0 ? bytes.u32(at) : 0;
        at += (flags & 1) != 0 ? 4 : 0;
        long length = (flags & 2) != 0 ? bytes.u32(at) : 0;
        at += (flags & 2) != 0 ? 4 : 0;
        at += (flags & 4) != 0 ? 100 : 0;
        at += (flags & 8) != 0 ? 4 : 0;
        boolean gapless = bytes.startsWith(at, "LAME") || bytes.startsWith(at, "Lavc") || bytes.startsWith(at, "Lavf");
        long delays = bytes.u32(at + 21) >> 8;
        return new Mp3Tag(frames, length, gapless ? (delays >> 12) + (delays & 0xFFF) : 0);
    }
}
