package dev.venicesim.media.probe.read;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Measures;
import java.io.IOException;

/** Reads the first directory of a TIFF, and whether its first and last strip or tile are there. */
final class TiffFile {

    private TiffFile() {}

    static Reading read(Bytes bytes) {
        if (bytes.length() > Integer.MAX_VALUE) {
            return Reading.corrupt(Measures.NONE);
        }
        Metadata metadata = new Metadata();
        TiffTags tags = new TiffTags(metadata, bytes);
        try {
            new TiffReader().processTiff(new LibraryBytes(bytes), tags, 0);
        } catch (TiffProcessingException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Reading.corrupt(Measures.NONE);
        } catch (IOException e) {
            // the directory itself runs past the end of the file
            return Reading.truncated(Measures.NONE);
        }
        Measures measures = LibraryImage.size(
                metadata,
                ExifIFD0Directory.class,
                ExifDirectoryBase.TAG_IMAGE_WIDTH,
                ExifDirectoryBase.TAG_IMAGE_HEIGHT);
        if (measures.size().isEmpty()) {
            return tags.sawBadDirectory() ? Reading.truncated(measures) : Reading.corrupt(measures);
        }
        return Reading.of(tags.dataEnd() <= bytes.length(), measures);
    }
}
