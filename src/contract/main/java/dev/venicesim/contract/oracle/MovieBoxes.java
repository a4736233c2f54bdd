package dev.venicesim.contract.oracle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reader of an MP4 from end to end: its boxes fill the file exactly, and every sample that its tables name lies inside
 * the media data. What it finds wrong it says in words; no bytes make it throw, nor work longer than their number
 * warrants.
 */
public final class MovieBoxes {

    private static final int SHORTEST_BOX = 8;
    private static final int MOST_SAMPLES = 2_000_000;
    private static final int MOST_BOXES = 10_000;

    private static final Pattern BRAND = Pattern.compile("iso.|mp4.|avc1|M4V |MSNV|dash|f4v ");

    /** Which kind of box of a track lies in which. */
    private static final Map<String, String> INSIDE = Map.of("moov", "trak", "trak", "mdia", "mdia", "minf");

    private final ByteBuffer bytes;
    private final NavigableMap<Long, Long> media = new TreeMap<>();
    private int boxes;
    private int steps;

    private record Box(String type, int start, int end) {}

    private MovieBoxes(byte[] file) {
        this.bytes = ByteBuffer.wrap(file);
    }

    /** What is wrong with a file; empty if it can be played to its end. */
    public static Optional<String> complaint(byte[] file) {
        try {
            return new MovieBoxes(file).complaint();
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            return Optional.of("a box is shorter than what it has to hold");
        }
    }

    private Optional<String> complaint() {
        var top = new ArrayList<Box>();
        var broken = read(0, bytes.limit(), top);
        if (broken.isPresent()) {
            return broken;
        }
        if (top.isEmpty() || !top.get(0).type().equals("ftyp")) {
            return Optional.of("it does not begin with ftyp");
        }
        if (count(top, "moov") != 1 || count(top, "mdat") == 0) {
            return Optional.of("it lacks moov or mdat");
        }
        var tables = new ArrayList<Box>();
        for (var box : top) {
            if (box.type().equals("moov")) {
                tables(box, tables);
            }
        }
        if (tables.isEmpty()) {
            return Optional.of("it has no track");
        }
        top.stream()
                .filter(box -> box.type().equals("mdat"))
                .forEach(box -> media.put((long) box.start(), (long) box.end()));
        return tables.stream()
                .map(this::samples)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> brands(top.get(0)));
    }

    /** One of its brands has to be of ISO's files: the first of them, or one behind the version. */
    private Optional<String> brands(Box box) {
        for (var at = box.start(); at + 4 <= box.end(); at += at == box.start() ? 8 : 4) {
            var brand = new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
            if (BRAND.matcher(brand).matches()) {
                return Optional.empty();
            }
        }
        return Optional.of("its ftyp names no brand of MP4");
    }

    /** The length that the head of the movie tells; empty if it tells none. */
    static Optional<Duration> told(byte[] file) {
        try {
            return new MovieBoxes(file).told();
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Optional<Duration> told() {
        var top = new ArrayList<Box>();
        read(0, bytes.limit(), top);
        var inside = new ArrayList<Box>();
        find(top, "moov").ifPresent(movie -> read(movie.start(), movie.end(), inside));
        return find(inside, "mvhd").map(head -> {
            var wide = bytes.get(head.start()) == 1;
            var scale = Integer.toUnsignedLong(bytes.getInt(head.start() + (wide ? 20 : 12)));
            var units =
                    wide ? bytes.getLong(head.start() + 24) : Integer.toUnsignedLong(bytes.getInt(head.start() + 16));
            return Duration.ofMillis(Math.multiplyExact(units, 1000L) / scale);
        });
    }

    private Optional<String> read(int from, int to, List<Box> into) {
        var at = from;
        while (at < to) {
            if (++boxes > MOST_BOXES) {
                return Optional.of("it has more than " + MOST_BOXES + " boxes");
            }
            if (to - at < SHORTEST_BOX) {
                return Optional.of("it ends inside the head of a box, at byte " + at);
            }
            var size = Integer.toUnsignedLong(bytes.getInt(at));
            var head = SHORTEST_BOX;
            if (size == 1) {
                size = bytes.getLong(at + SHORTEST_BOX);
                head = 2 * SHORTEST_BOX;
            }
            var type = new String(bytes.array(), at + 4, 4, StandardCharsets.ISO_8859_1);
            if (size == 0 && type.equals("mdat")) {
                size = (long) to - at;
            }
            if (size < head || size > to - at) {
                return Optional.of(
                        "box " + type + " at byte " + at + " says " + size + " bytes, and " + (to - at) + " are left");
            }
            into.add(new Box(type, at + head, (int) (at + size)));
            at += (int) size;
        }
        return Optional.empty();
    }

    /** The sample tables of all tracks, which lie in boxes of three kinds, one in the other. */
    private void tables(Box parent, List<Box> into) {
        var children = new ArrayList<Box>();
        if (read(parent.start(), parent.end(), children).isPresent()) {
            throw new IndexOutOfBoundsException(parent.type());
        }
        var inside = INSIDE.get(parent.type());
        for (var child : children) {
            if (child.type().equals("stbl")) {
                into.add(child);
            } else if (child.type().equals(inside)) {
                tables(child, into);
            }
        }
    }

    private Optional<String> samples(Box table) {
        var inside = new ArrayList<Box>();
        read(table.start(), table.end(), inside);
        var sizes = find(inside, "stsz");
        var runs = find(inside, "stsc");
        var offsets = find(inside, "stco").or(() -> find(inside, "co64"));
        if (sizes.isEmpty() || runs.isEmpty() || offsets.isEmpty()) {
            return Optional.of("a track lacks its sample tables");
        }
        var samples = bytes.getInt(sizes.get().start() + 8);
        if (samples < 0 || samples > MOST_SAMPLES) {
            return Optional.of("a track says that it has " + samples + " samples");
        }
        var sample = 0;
        var run = 0;
        var chunkCount = bytes.getInt(offsets.get().start() + 4);
        for (var chunk = 0; chunk < chunkCount && sample < samples; chunk++) {
            run = run(runs.get(), run, chunk + 1);
            var offset = offset(offsets.get(), chunk);
            var held = held(runs.get(), run);
            for (var i = 0; i < held && sample < samples; i++) {
                var size = size(sizes.get(), sample++);
                if (!isMedia(offset, size)) {
                    return Optional.of(
                            "sample " + sample + " of a track lies at byte " + offset + ", outside of the media data");
                }
                offset += size;
                step();
            }
            step();
        }
        return sample < samples
                ? Optional.of("a track names " + samples + " samples and places " + sample)
                : Optional.empty();
    }

    /** The tables of all tracks together name no more than a movie has. */
    private void step() {
        if (++steps > 2 * MOST_SAMPLES) {
            throw new IndexOutOfBoundsException("samples");
        }
    }

    private long offset(Box box, int chunk) {
        return box.type().equals("co64")
                ? bytes.getLong(box.start() + 8 + 8 * chunk)
                : Integer.toUnsignedLong(bytes.getInt(box.start() + 8 + 4 * chunk));
    }

    private long size(Box box, int sample) {
        var same = bytes.getInt(box.start() + 4);
        return Integer.toUnsignedLong(same != 0 ? same : bytes.getInt(box.start() + 12 + 4 * sample));
    }

    /** How many rows begin at or before a chunk, counted from 1; so many are known to. */
    private int run(Box box, int known, int chunk) {
        var rows = bytes.getInt(box.start() + 4);
        var run = known;
        while (run < rows && bytes.getInt(box.start() + 8 + 12 * run) <= chunk) {
            run++;
        }
        return run;
    }

    /** Samples in each chunk of the last of so many rows. */
    private int held(Box box, int run) {
        return run == 0 ? 0 : bytes.getInt(box.start() + 12 + 12 * (run - 1));
    }

    private boolean isMedia(long offset, long size) {
        var data = media.floorEntry(offset);
        return data != null && size <= data.getValue() - offset;
    }

    private static Optional<Box> find(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
    }

    private static long count(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type().equals(type)).count();
    }
}
