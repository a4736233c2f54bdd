package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.MediaFormat;
import java.util.List;

/** Detector of a format by the first bytes of a file. */
final class Sniffer {

    private record Magic(MediaFormat format, int at, String bytes) {}

    private static final List<Magic> MAGIC = List.of(
            new Magic(MediaFormat.PNG, 0, "\u0089PNG\r\n\u001a\n"),
            new Magic(MediaFormat.JPEG, 0, "\u00ff\u00d8\u00ff"),
            new Magic(MediaFormat.GIF, 0, "GIF87a"),
            new Magic(MediaFormat.GIF, 0, "GIF89a"),
            new Magic(MediaFormat.TIFF, 0, "II*\0"),
            new Magic(MediaFormat.TIFF, 0, "MM\0*"),
            new Magic(MediaFormat.PDF, 0, "%PDF-"),
            new Magic(MediaFormat.OGG, 0, "OggS"),
            new Magic(MediaFormat.FLAC, 0, "fLaC"),
            new Magic(MediaFormat.MP3, 0, "ID3"));

    private static final int TEXT_WINDOW = 1024;

    private Sniffer() {}

    static MediaFormat sniff(Bytes bytes) {
        for (Magic magic : MAGIC) {
            if (bytes.startsWith(magic.at(), magic.bytes())) {
                return magic.format();
            }
        }
        if (bytes.startsWith(0, "RIFF") || bytes.startsWith(0, "RF64") || bytes.startsWith(0, "BW64")) {
            return riff(bytes);
        }
        if (bytes.startsWith(4, "ftyp")) {
            return brand(bytes);
        }
        if (bytes.s32(0) == Ebml.HEADER) {
            return bytes.latin1(0, 64).contains("webm") ? MediaFormat.WEBM : MediaFormat.MKV;
        }
        if (Box.opensQuickTime(bytes.s32(4)) && bytes.has(0, 8)) {
            return MediaFormat.MOV;
        }
        if (bytes.startsWith(0, "BM") && BmpFile.hasKnownHeader(bytes)) {
            return MediaFormat.BMP;
        }
        return frames(bytes);
    }

    private static MediaFormat riff(Bytes bytes) {
        return switch (bytes.latin1(8, 4)) {
            case "WEBP" -> MediaFormat.WEBP;
            case "WAVE" -> MediaFormat.WAV;
            case "AVI " -> MediaFormat.AVI;
            default -> MediaFormat.UNKNOWN;
        };
    }

    private static MediaFormat brand(Bytes bytes) {
        return switch (bytes.latin1(8, 4)) {
            case "qt  " -> MediaFormat.MOV;
            case "heic", "heix", "heim", "heis", "hevc", "hevx" -> MediaFormat.HEIC;
            case "mif1", "msf1", "mif2" -> bytes.latin1(16, 32).contains("avif") ? MediaFormat.AVIF : MediaFormat.HEIF;
            case "avif", "avis" -> MediaFormat.AVIF;
            case "M4A ", "M4B " -> MediaFormat.M4A;
            default -> MediaFormat.MP4;
        };
    }

    private static MediaFormat frames(Bytes bytes) {
        if (Mp3Frame.opens(bytes, 0)) {
            return MediaFormat.MP3;
        }
        if ((bytes.u16(0) & 0xFFF6) == 0xFFF0) {
            return MediaFormat.AAC;
        }
        String text = bytes.latin1(0, TEXT_WINDOW).stripLeading();
        boolean markup = text.startsWith("<") || text.startsWith("\u00ef\u00bb\u00bf<");
        return markup && text.contains("<svg") ? MediaFormat.SVG : MediaFormat.UNKNOWN;
    }
}
