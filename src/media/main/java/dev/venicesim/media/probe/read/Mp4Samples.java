package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.AudioCodec;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.media.probe.facts.VideoCodec;

/** Reader of a track's first sample description: codec, and for video the coded size. */
final class Mp4Samples {

    private static final int ES_DESCRIPTOR = 3;
    private static final int DECODER_CONFIG = 4;

    private Mp4Samples() {}

    static void describe(Bytes bytes, Box stsd, Mp4Track track) {
        Box entry = new Box(bytes, stsd.start() + 8, stsd.end());
        if (!entry.next()) {
            return;
        }
        String code = bytes.latin1(entry.start() - 4, 4);
        if (track.handler == Mp4Track.SOUND) {
            track.audioCodec = audio(bytes, entry, code);
        } else if (track.handler == Mp4Track.VIDEO) {
            track.videoCodec = video(code);
            Size coded = new Size(bytes.u16(entry.start() + 24), bytes.u16(entry.start() + 26));
            track.size = coded.shortSide() > 0 ? coded : track.size;
        }
    }

    private static VideoCodec video(String code) {
        return switch (code) {
            case "avc1", "avc2", "avc3", "avc4" -> VideoCodec.H264;
            case "hvc1", "hev1", "dvh1", "dvhe" -> VideoCodec.H265;
            case "vp08" -> VideoCodec.VP8;
            case "vp09" -> VideoCodec.VP9;
            case "av01" -> VideoCodec.AV1;
            default -> VideoCodec.OTHER;
        };
    }

    private static AudioCodec audio(Bytes bytes, Box entry, String code) {
        return switch (code) {
            case "mp4a" -> mpeg4(bytes, entry);
            case ".mp3", "ms\0U" -> AudioCodec.MP3;
            case "Opus" -> AudioCodec.OPUS;
            case "lpcm", "ipcm", "fpcm", "sowt", "twos", "in24", "in32", "fl32", "fl64", "raw ", "NONE" ->
                AudioCodec.PCM;
            default -> AudioCodec.OTHER;
        };
    }

    /**
     * {@code mp4a} says only "see the decoder's configuration", which lies behind a header of three possible lengths.
     */
    private static AudioCodec mpeg4(Bytes bytes, Box entry) {
        int header = switch (bytes.u16(entry.start() + 8)) {
            case 1 -> 44;
            case 2 -> 64;
            default -> 28;
        };
        Box child = new Box(bytes, entry.start() + header, entry.end());
        while (child.next()) {
            if (child.type() == Box.ESDS) {
                return objectType(bytes, child.start() + 4, child.end());
            }
            if (child.type() == Box.WAVE) {
                // QuickTime wraps it once more
                child = new Box(bytes, child.start(), child.end());
            }
        }
        return AudioCodec.AAC;
    }

    private static AudioCodec objectType(Bytes bytes, long from, long end) {
        long at = from;
        while (at < end) {
            int tag = bytes.u8(at++);
            while (at < end && (bytes.u8(at) & 0x80) != 0) {
                at++;
            }
            at++;
            if (tag == DECODER_CONFIG) {
                return switch (bytes.u8(at)) {
                    case 0x40, 0x66, 0x67, 0x68 -> AudioCodec.AAC;
                    case 0x69, 0x6B -> AudioCodec.MP3;
                    case 0xAD -> AudioCodec.OPUS;
                    default -> AudioCodec.OTHER;
                };
            }
            if (tag != ES_DESCRIPTOR) {
                break;
            }
            at += 3 + extras(bytes, at);
        }
        return AudioCodec.OTHER;
    }

    /** The optional fields of an elementary stream descriptor that starts at {@code at}. */
    private static int extras(Bytes bytes, long at) {
        int flags = bytes.u8(at + 2);
        int dependsOn = (flags & 0x80) != 0 ? 2 : 0;
        int url = (flags & 0x40) != 0 ? 1 + bytes.u8(at + 3 + dependsOn) : 0;
        int clock = (flags & 0x20) != 0 ? 2 : 0;
        return dependsOn + url + clock;
    }
}
