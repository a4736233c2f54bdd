package dev.venicesim.contract.oracle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Boxes of one track of a whole MP4, by their path, and the numbers that stand in them. Numbers outside of a box make it
 * throw {@link IndexOutOfBoundsException}.
 */
final class TrackBoxes {

    private static final int HEAD = 8;
    private static final int MOST = 10_000;

    private final ByteBuffer bytes;
    private final Box track;
    private final long moviescale;

    /** A box without its head. */
    record Box(String type, int start, int end) {}

    private TrackBoxes(ByteBuffer bytes, Box track, long moviescale) {
        this.bytes = bytes;
        this.track = track;
        this.moviescale = moviescale;
    }

    static List<TrackBoxes> of(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        var movie = find(bytes, new Box("", 0, file.length), "moov");
        var scale = movie.flatMap(box -> find(bytes, box, "mvhd"))
                .map(head -> number(bytes, head, isWide(bytes, head) ? 20 : 12))
                .orElse(0L);
        return movie.stream()
                .flatMap(box -> children(bytes, box).stream())
                .filter(box -> box.type().equals("trak"))
                .map(box -> new TrackBoxes(bytes, box, scale))
                .toList();
    }

    Optional<Box> find(String path) {
        return find(bytes, track, path);
    }

    /** A box inside of a sample entry, which begins with fields of its own. */
    Optional<Box> inEntry(Box entry, int fields, String type) {
        return children(bytes, new Box(entry.type(), entry.start() + fields, entry.end())).stream()
                .filter(box -> box.type().equals(type))
                .findFirst();
    }

    /** The first sample entry. */
    Optional<Box> entry() {
        return find("mdia/minf/stbl/stsd")
                .flatMap(table -> children(bytes, new Box("stsd", table.start() + 8, table.end())).stream()
                        .findFirst());
    }

    String kind() {
        return find("mdia/hdlr").map(box -> text(box.start() + 8)).orElse("");
    }

    boolean isEnabled() {
        return find("tkhd").filter(head -> (number(head, 0) & 1) == 1).isPresent();
    }

    /** Seconds that the head of its media tells; NaN if none. */
    double mediaSeconds() {
        return find("mdia/mdhd")
                .map(head -> seconds(duration(head, 16, 24), mediascale()))
                .orElse(Double.NaN);
    }

    /** Seconds that its own head tells. */
    double headSeconds() {
        return find("tkhd")
                .map(head -> seconds(duration(head, 20, 28), moviescale))
                .orElse(Double.NaN);
    }

    /** Seconds that its edit list plays; those of its head if there is no list. */
    double playedSeconds() {
        return find("edts/elst").map(this::edited).orElseGet(this::headSeconds);
    }

    private double edited(Box list) {
        var wide = isWide(bytes, list);
        var units = 0L;
        for (var index = 0; index < Math.min(MOST, number(list, 4)); index++) {
            units += wide ? bytes.getLong(list.start() + 8 + 20 * index) : number(list, 8 + 12 * index);
        }
        return seconds(units, moviescale);
    }

    /** Seconds of all samples together, as they are timed. */
    double timedSeconds() {
        return seconds(timed(true), mediascale());
    }

    /** How many samples are timed. */
    long timedSamples() {
        return timed(false);
    }

    private long timed(boolean isDuration) {
        var table = find("mdia/minf/stbl/stts");
        var sum = 0L;
        for (var row = 0; table.isPresent() && row < number(table.get(), 4); row++) {
            var count = number(table.get(), 8 + 8 * row);
            sum += isDuration ? count * number(table.get(), 12 + 8 * row) : count;
        }
        return sum;
    }

    /** How many samples have a size. */
    long samples() {
        return find("mdia/minf/stbl/stsz").map(sizes -> number(sizes, 8)).orElse(0L);
    }

    long number(Box box, int at) {
        return number(bytes, box, at);
    }

    int octet(int at) {
        return bytes.get(at) & 0xff;
    }

    private long mediascale() {
        return find("mdia/mdhd")
                .map(head -> number(head, isWide(bytes, head) ? 20 : 12))
                .orElse(0L);
    }

    private long duration(Box head, int narrow, int wide) {
        return isWide(bytes, head) ? bytes.getLong(head.start() + wide) : number(head, narrow);
    }

    private String text(int at) {
        return text(bytes, at);
    }

    private static double seconds(long units, long scale) {
        return scale == 0 ? Double.NaN : (double) units / scale;
    }

    private static boolean isWide(ByteBuffer bytes, Box box) {
        return bytes.get(box.start()) == 1;
    }

    private static long number(ByteBuffer bytes, Box box, int at) {
        return Integer.toUnsignedLong(bytes.getInt(box.start() + at));
    }

    private static String text(ByteBuffer bytes, int at) {
        var four = new byte[4];
        bytes.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }

    private static Optional<Box> find(ByteBuffer bytes, Box parent, String path) {
        var box = Optional.of(parent);
        for (var type : path.split("/", -1)) {
            box = box.flatMap(inside -> children(bytes, inside).stream()
                    .filter(child -> child.type().equals(type))
                    .findFirst());
        }
        return box;
    }

    private static List<Box> children(ByteBuffer bytes, Box parent) {
        var found = new ArrayList<Box>();
        var at = parent.start();
        while (parent.end() - at >= HEAD && found.size() < MOST) {
            var size = number(bytes, new Box("", at, parent.end()), 0);
            var head = HEAD;
            if (size == 1) {
                size = bytes.getLong(at + HEAD);
                head = 2 * HEAD;
            }
            if (size < head || size > parent.end() - at) {
                break;
            }
            found.add(new Box(text(bytes, at + 4), at + head, (int) (at + size)));
            at += (int) size;
        }
        return found;
    }
}
