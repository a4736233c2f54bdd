package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.AudioCodec;
import dev.venicesim.media.probe.facts.Measures;

/**
 * Reader of WAV: RIFF and its 64-bit sibling RF64, plain and extensible formats, streams that never learned their
 * length.
 */
final class WavReader {

    private static final int FORMAT = 0x666D7420;
    private static final int DATA = 0x64617461;
    private static final int LENGTHS = 0x64733634;
    private static final long UNKNOWN_LENGTH = 0xFFFFFFFFL;
    private static final int EXTENSIBLE = 0xFFFE;

    private final Bytes bytes;
    private long formatAt = -1;
    private long formatLength;
    private long longLength = -1;
    private long dataAt = -1;
    private long dataLength;

    private WavReader(Bytes bytes) {
        this.bytes = bytes;
    }

    static ReaderResult read(Bytes bytes) {
        WavReader reader = new WavReader(bytes);
        reader.walk();
        return reader.conclude();
    }

    private void walk() {
        long at = 12;
        while (bytes.has(at, 8) && (formatAt < 0 || dataAt < 0)) {
            long length = bytes.u32le(at + 4);
            switch (bytes.s32(at)) {
                case FORMAT -> {
                    formatAt = at + 8;
                    formatLength = length;
                }
                case LENGTHS -> longLength = bytes.s64le(at + 16);
                case DATA -> {
                    dataAt = at + 8;
                    dataLength = length;
                    length = length == UNKNOWN_LENGTH && longLength >= 0 ? longLength : length;
                }
                default -> {}
            }
            // chunks start at even places
            at = SaturatingMath.add(at + 8, length + (length & 1));
        }
    }

    private ReaderResult conclude() {
        if (formatAt < 0 || dataAt < 0 || formatLength < 14) {
            return formatAt < 0 && bytes.length() > 64
                    ? ReaderResult.corrupt(Measures.NONE)
                    : ReaderResult.truncated(Measures.NONE);
        }
        long there = bytes.length() - dataAt;
        boolean elsewhere = dataLength == UNKNOWN_LENGTH;
        boolean streamed = elsewhere ? longLength < 0 : dataLength == 0 && there > 0;
        long claimed = elsewhere ? longLength : dataLength;
        long length = streamed ? there : Math.min(claimed, there);
        AudioCodec codec = codec();
        boolean exact = codec == AudioCodec.PCM && bytes.u16le(formatAt + 12) > 0;
        long units = exact ? length / bytes.u16le(formatAt + 12) : length;
        long perSecond = bytes.u32le(formatAt + (exact ? 4 : 8));
        Measures measures = Measures.NONE.withAudioCodec(codec);
        if (perSecond == 0) {
            return ReaderResult.corrupt(measures);
        }
        return ReaderResult.of(
                streamed || claimed <= there, measures.withDuration(SaturatingMath.seconds(units, perSecond)));
    }

    private AudioCodec codec() {
        int tag = bytes.u16le(formatAt);
        int coding = tag == EXTENSIBLE && formatLength >= 26 ? bytes.u16le(formatAt + 24) : tag;
        return switch (coding) {
            case 1, 3 -> AudioCodec.PCM;
            case 0x55 -> AudioCodec.MP3;
            case 0xFF, 0x1600, 0x1610 -> AudioCodec.AAC;
            default -> AudioCodec.OTHER;
        };
    }
}
