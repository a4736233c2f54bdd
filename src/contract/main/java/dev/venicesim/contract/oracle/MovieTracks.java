package dev.venicesim.contract.oracle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reader of what the tracks of a whole MP4 are: their kind, their codec, and the size of their pictures. */
final class MovieTracks {

    private static final int HEAD = 8;
    private static final int MOST_BOXES = 10_000;
    private static final Map<String, List<String>> INSIDE = Map.of(
            "", List.of("moov"),
            "moov", List.of("trak"),
            "trak", List.of("mdia"),
            "mdia", List.of("hdlr", "minf"),
            "minf", List.of("stbl"),
            "stbl", List.of("stsd"));

    private final ByteBuffer bytes;
    private final List<Track> tracks = new ArrayList<>();
    private String kind = "";
    private int boxes;

    /**
     * A track.
     *
     * @param kind such as vide and soun
     * @param codec four letters of its first sample entry
     * @param width of its pictures; of no meaning elsewhere
     * @param height of its pictures; of no meaning elsewhere
     */
    record Track(String kind, String codec, int width, int height) {}

    private MovieTracks(byte[] file) {
        this.bytes = ByteBuffer.wrap(file);
    }

    /** The tracks of a file; none if it cannot be read. */
    static List<Track> of(byte[] file) {
        var reader = new MovieTracks(file);
        try {
            reader.read("", 0, file.length);
            return List.copyOf(reader.tracks);
        } catch (IndexOutOfBoundsException e) {
            return List.of();
        }
    }

    private void read(String parent, int from, int to) {
        var at = from;
        while (to - at >= HEAD && ++boxes < MOST_BOXES) {
            var size = Integer.toUnsignedLong(bytes.getInt(at));
            var head = HEAD;
            if (size == 1) {
                size = bytes.getLong(at + HEAD);
                head = 2 * HEAD;
            }
            if (size < head || size > to - at) {
                return;
            }
            var type = text(at + 4);
            if (INSIDE.getOrDefault(parent, List.of()).contains(type)) {
                enter(type, at + head, (int) (at + size));
            }
            at += (int) size;
        }
    }

    private void enter(String type, int start, int end) {
        switch (type) {
            case "hdlr" -> kind = text(start + 8);
            case "stsd" ->
                tracks.add(new Track(
                        kind,
                        text(start + 12),
                        bytes.getShort(start + 40) & 0xffff,
                        bytes.getShort(start + 42) & 0xffff));
            default -> read(type, start, end);
        }
    }

    private String text(int at) {
        var four = new byte[4];
        bytes.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
