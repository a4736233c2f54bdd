package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.AudioCodec;
import dev.venicesim.media.probe.facts.Measures;
import java.util.Optional;

/**
 * Reader of MP3: it believes the encoder's tag where its bytes are there and could hold its frames, else it counts
 * every frame.
 */
final class Mp3Reader {

    private static final int SMALLEST_FRAME = 24;
    private static final long FARTHEST_SYNC = 1 << 20;
    private static final Measures SOUND = Measures.NONE.withAudioCodec(AudioCodec.MP3);

    private final Bytes bytes;

    private Mp3Reader(Bytes bytes) {
        this.bytes = bytes;
    }

    static ReaderResult read(Bytes bytes) {
        return new Mp3Reader(bytes).read();
    }

    private ReaderResult read() {
        long tags = afterTags();
        if (tags >= bytes.length()) {
            return ReaderResult.truncated(SOUND);
        }
        long at = sync(tags);
        if (at < 0) {
            return ReaderResult.corrupt(SOUND);
        }
        Mp3Frame first = new Mp3Frame(bytes.s32(at));
        if (first.freeFormat()) {
            return ReaderResult.readable(SOUND);
        }
        Optional<Mp3Tag> tag = Mp3Tag.of(bytes, at, first);
        long left = bytes.length() - at;
        boolean complete = tag.map(Mp3Tag::bytes).orElse(0L) <= left;
        Optional<Mp3Tag> believed = tag.filter(said -> complete && said.frames() > 0)
                .filter(said -> said.frames() <= left / SMALLEST_FRAME);
        return believed.isPresent()
                ? ReaderResult.readable(
                        lasting(believed.get().frames(), believed.get().padding(), first))
                : count(tag.isPresent() ? at + first.length() : at, first, complete);
    }

    /** Where the sound may start: behind all ID3v2 tags, whose sizes have seven bits a byte. */
    private long afterTags() {
        long at = 0;
        while (bytes.startsWith(at, "ID3") && bytes.has(at, 10)) {
            long size = 0;
            for (int i = 6; i < 10; i++) {
                size = size << 7 | (bytes.u8(at + i) & 0x7F);
            }
            boolean footer = (bytes.u8(at + 5) & 0x10) != 0;
            at += 10 + size + (footer ? 10 : 0);
        }
        return at;
    }

    private long sync(long from) {
        long to = Math.min(bytes.length() - 4, from + FARTHEST_SYNC);
        for (long at = from; at <= to; at++) {
            if (bytes.u8(at) == 0xFF && Mp3Frame.opens(bytes, at)) {
                return at;
            }
        }
        return -1;
    }

    private ReaderResult count(long from, Mp3Frame first, boolean complete) {
        long at = from;
        long frames = 0;
        while (bytes.has(at, 4)) {
            Mp3Frame frame = new Mp3Frame(bytes.s32(at));
            if (!first.sameStream(frame.header()) || frame.freeFormat()) {
                break;
            }
            if (!bytes.has(at, frame.length())) {
                return ReaderResult.truncated(lasting(frames, 0, first));
            }
            frames++;
            at += frame.length();
        }
        return ReaderResult.of(complete, lasting(frames, 0, first));
    }

    private static Measures lasting(long frames, long padding, Mp3Frame frame) {
        return SOUND.withDuration(
                SaturatingMath.seconds(Math.max(0, frames * frame.samples() - padding), frame.hertz()));
    }
}
