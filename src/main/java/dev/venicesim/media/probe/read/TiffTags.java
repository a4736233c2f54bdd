package dev.venicesim.media.probe.read;

import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.tiff.DirectoryTiffHandler;
import dev.venicesim.media.probe.bytes.Bytes;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets metadata-extractor keep width and height, notes where the pixel data ends, and skips every other tag unread. */
final class TiffTags extends DirectoryTiffHandler {

    private static final int SHORT = 3;

    private final long length;
    private long lastOffset;
    private long lastCount;
    private boolean badDirectory;

    TiffTags(Metadata metadata, Bytes bytes) {
        super(metadata, null);
        this.length = bytes.length();
        pushDirectory(ExifIFD0Directory.class);
    }

    /** Where the last strip or tile that could be read about ends. */
    long dataEnd() {
        return Saturating.add(lastOffset, lastCount);
    }

    boolean sawBadDirectory() {
        return badDirectory;
    }

    @Override
    public void setTiffMarker(int marker) {}

    @Override
    public boolean tryEnterSubIfd(int tagId) {
        return false;
    }

    @Override
    public boolean hasFollowerIfd() {
        return false;
    }

    @Override
    public @Nullable Long tryCustomProcessFormat(int tagId, int formatCode, long componentCount) {
        return null;
    }

    @Override
    public void error(String message) {
        badDirectory = true;
    }

    @Override
    public void warn(String message) {
        badDirectory = true;
    }

    @Override
    public boolean customProcessTag(
            int valueAt, Set<Integer> directories, int header, RandomAccessReader reader, int tagId, int byteCount)
            throws IOException {
        switch (tagId) {
            case ExifDirectoryBase.TAG_IMAGE_WIDTH, ExifDirectoryBase.TAG_IMAGE_HEIGHT -> {
                return byteCount > 4;
            }
            case ExifDirectoryBase.TAG_STRIP_OFFSETS, ExifDirectoryBase.TAG_TILE_OFFSETS ->
                lastOffset = last(reader, valueAt, byteCount);
            case ExifDirectoryBase.TAG_STRIP_BYTE_COUNTS, ExifDirectoryBase.TAG_TILE_BYTE_COUNTS ->
                lastCount = last(reader, valueAt, byteCount);
            default -> {}
        }
        return true;
    }

    /** The last of a list of offsets or counts; the values of a list that fits in its entry start where its count ends. */
    private long last(RandomAccessReader reader, int valueAt, int byteCount) throws IOException {
        if (byteCount < 2 || valueAt < 10 || valueAt + (long) byteCount > length) {
            return 0;
        }
        boolean inline = byteCount <= 4;
        boolean shorts = inline ? reader.getUInt16(valueAt - 6) == SHORT : byteCount % 4 != 0;
        int width = shorts ? 2 : 4;
        int at = valueAt + byteCount - width;
        return shorts ? reader.getUInt16(at) : reader.getUInt32(at);
    }
}
