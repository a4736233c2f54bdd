package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.MediaFormat;

/** The reader of each format. */
public final class FormatReaders {

    private FormatReaders() {}

    /** The format its bytes show, whatever its label says. */
    public static MediaFormat formatOf(Bytes bytes) {
        return Sniffer.sniff(bytes);
    }

    /** Reads a medium's headers; formats that are only recognised measure nothing. */
    public static ReaderResult read(MediaFormat format, Bytes bytes) {
        return switch (format) {
            case PNG -> PngReader.read(bytes);
            case JPEG -> JpegReader.read(bytes);
            case WEBP -> WebpReader.read(bytes);
            case BMP -> BmpFile.read(bytes);
            case TIFF -> TiffFile.read(bytes);
            case GIF -> GifFile.read(bytes);
            case HEIC, HEIF, AVIF -> HeifReader.read(bytes);
            case MP4, MOV, M4A -> Mp4Reader.read(bytes);
            case WEBM, MKV -> WebmReader.read(bytes);
            case WAV -> WavReader.read(bytes);
            case MP3 -> Mp3Reader.read(bytes);
            case SVG, AVI, OGG, FLAC, AAC, PDF -> ReaderResult.readable(Measures.NONE);
            case UNKNOWN -> ReaderResult.corrupt(Measures.NONE);
        };
    }
}
