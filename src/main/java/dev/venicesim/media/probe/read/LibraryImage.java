package dev.venicesim.media.probe.read;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.Size;

/**
 * What metadata-extractor found. It is trusted with GIF, BMP and TIFF, whose headers can be handed to it in bounded parts;
 * for the other formats it copies chunks whole, inflates text without a limit, or allocates what a header claims.
 */
final class LibraryImage {

    private LibraryImage() {}

    static Measures size(Metadata metadata, Class<? extends Directory> type, int widthTag, int heightTag) {
        Directory directory = metadata.getFirstDirectoryOfType(type);
        if (directory == null) {
            return Measures.NONE;
        }
        Long width = directory.getLongObject(widthTag);
        Long height = directory.getLongObject(heightTag);
        // a BMP that is stored top-down has a negative height
        return width == null || height == null || width == 0 || height == 0
                ? Measures.NONE
                : Measures.NONE.withSize(new Size(Math.abs(width), Math.abs(height)));
    }
}
