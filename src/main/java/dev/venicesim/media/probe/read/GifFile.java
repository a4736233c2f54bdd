package dev.venicesim.media.probe.read;

import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.gif.GifReader;
import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Measures;

/** Reads the header of a GIF, and whether the file ends as one does. */
final class GifFile {

    /** Header, screen descriptor and the largest colour table. */
    private static final int HEADER = 13 + 3 * 256;

    private static final int TRAILER = 0x3B;
    private static final int PADDING = 1024;

    private GifFile() {}

    static Reading read(Bytes bytes) {
        Metadata metadata = new Metadata();
        new GifReader().extract(new SequentialByteArrayReader(bytes.copy(0, HEADER)), metadata);
        Measures measures = LibraryImage.size(
                metadata,
                GifHeaderDirectory.class,
                GifHeaderDirectory.TAG_IMAGE_WIDTH,
                GifHeaderDirectory.TAG_IMAGE_HEIGHT);
        if (measures.size().isEmpty()) {
            return bytes.has(0, 13) ? Reading.corrupt(measures) : Reading.truncated(measures);
        }
        return Reading.of(ends(bytes), measures);
    }

    private static boolean ends(Bytes bytes) {
        long last = bytes.length() - 1;
        long floor = Math.max(12, last - PADDING);
        while (last > floor && bytes.u8(last) == 0) {
            last--;
        }
        return bytes.u8(last) == TRAILER;
    }
}
