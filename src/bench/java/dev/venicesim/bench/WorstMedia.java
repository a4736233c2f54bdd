package dev.venicesim.bench;

import com.sun.management.ThreadMXBean;
import dev.venicesim.input.DataUrl;
import dev.venicesim.input.MediaReference;
import dev.venicesim.media.probe.MediaProbe;
import dev.venicesim.media.probe.fixtures.Fixtures;
import dev.venicesim.media.probe.fixtures.Out;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What the worst files of each format cost, in milliseconds of CPU for each MB: those that repeat what a reader has to
 * look at, in three sizes, so that a cost that grows faster than the file shows. The row {@code hash alone} is what every
 * file costs, whatever it is.
 */
public final class WorstMedia {

    private static final int[] MEGABYTES = {2, 8, 24};
    private static final int ROUNDS = 5;
    private static final String URL = "data URL";

    private WorstMedia() {}

    public static void main(String[] args) {
        System.out.println("| format | what it repeats | ms/MB at 2 MB | at 8 MB | at 24 MB |\n|---|---|---|---|---|");
        files().forEach(WorstMedia::row);
    }

    private static void row(String name, IntFunction<byte[]> maker) {
        var line = new StringBuilder("| " + name.replace(": ", " | ") + " |");
        for (var size : MEGABYTES) {
            var file = maker.apply(size << 20);
            line.append(String.format(
                    Locale.ROOT, " %.1f |", millis(file, name.startsWith(URL)) / (file.length / 1048576.0)));
        }
        System.out.println(line);
    }

    /** The best of some rounds: what else the machine does is no cost of the file. */
    private static double millis(byte[] file, boolean url) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var best = Long.MAX_VALUE;
        for (var i = 0; i < ROUNDS; i++) {
            var before = threads.getCurrentThreadCpuTime();
            if (url) {
                MediaProbe.measure(((DataUrl) MediaReference.of(new String(file, StandardCharsets.ISO_8859_1))).open());
            } else {
                MediaProbe.measure(file);
            }
            best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
        }
        return best / 1e6;
    }

    private static Map<String, IntFunction<byte[]>> files() {
        var type = Out.box("ftyp", new Out().latin1("isom").u32(0).done());
        var heic = Out.box("ftyp", new Out().latin1("heic").u32(0).done());
        var files = new LinkedHashMap<String, IntFunction<byte[]>>();
        files.put("any: zeros, so the hash alone", byte[]::new);
        files.put(
                "PNG: texts",
                size -> Out.join(start(Fixtures.png(9, 9), 33), repeat(Fixtures.pngChunk("tEXt", new byte[8]), size)));
        files.put(
                "PNG: empty chunks",
                size -> Out.join(start(Fixtures.png(9, 9), 33), repeat(Fixtures.pngChunk("abCd", new byte[0]), size)));
        files.put("JPEG: comments", size -> Out.join(bytes(0xFF, 0xD8), repeat(bytes(0xFF, 0xFE, 0, 2), size)));
        files.put("JPEG: fill bytes", size -> Out.join(bytes(0xFF, 0xD8), repeat(bytes(0xFF), size)));
        files.put(
                "GIF: frames",
                size -> Out.join(
                        start(Fixtures.gif(9, 9), 13), repeat(bytes(0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 0), size)));
        files.put("BMP: pixels", size -> Out.join(Fixtures.bmp(8, 8), new byte[size]));
        files.put("TIFF: entries that claim the file", WorstMedia::tiff);
        files.put(
                "WebP: chunks",
                size -> Out.join(start(Fixtures.webp(9, 9), 30), repeat(bytes('A', 'B', 'C', 'D', 0, 0, 0, 0), size)));
        files.put(
                "HEIC: property boxes",
                size -> Out.join(heic, open("meta", size), new byte[4], repeat(Out.box("iprp"), size)));
        files.put(
                "HEIC: size boxes",
                size -> Out.join(
                        heic,
                        open("meta", size),
                        new byte[4],
                        open("iprp", size),
                        open("ipco", size),
                        repeat(Out.box("ispe", new byte[12]), size)));
        files.put("MP4: empty boxes", size -> Out.join(type, repeat(Out.box("free"), size)));
        files.put(
                "MP4: nested containers",
                size -> Out.join(type, repeat(Out.box("moov", Out.box("trak", Out.box("mdia"))), size)));
        files.put("MP4: tracks", size -> Out.join(type, open("moov", size), repeat(Out.box("trak"), size)));
        files.put("MP4: fragments", size -> Out.join(type, fragments(size)));
        files.put("MP4: boxes within one another", WorstMedia::nested);
        files.put(
                "WebM: track entries",
                size -> Out.join(start(Fixtures.webm(9, 9, 1, 1), 40), repeat(bytes(0xAE, 0x80), size)));
        files.put(
                "WebM: voids", size -> Out.join(start(Fixtures.webm(9, 9, 1, 1), 40), repeat(bytes(0xEC, 0x80), size)));
        files.put(
                "WAV: chunks",
                size -> Out.join(start(Fixtures.wav(1), 12), repeat(bytes('A', 'B', 'C', 'D', 0, 0, 0, 0), size)));
        files.put("MP3: tags", size -> repeat(bytes('I', 'D', '3', 4, 0, 0, 0, 0, 0, 0), size));
        files.put("MP3: syncs of no frame", size -> repeat(bytes(0xFF, 0xFB, 0x54, 0xC0), size));
        files.put("MP3: half syncs", size -> repeat(bytes(0xFF), size));
        files.put(
                URL + ": base64", size -> url(";base64," + Base64.getEncoder().encodeToString(new byte[size / 4 * 3])));
        files.put(URL + ": percent escapes", size -> url("," + "%00".repeat(size / 3)));
        return files;
    }

    private static byte[] url(String data) {
        return ("data:image/png" + data).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] tiff(int size) {
        var entries = Math.min(65_535, size / 24);
        var array = 10L + 12L * entries;
        var out = new Out().latin1("II*\0").u32le(8).u16le(entries);
        for (var i = 0; i < entries; i++) {
            out.u16le(270 + i % 60).u16le(4).u32le((size - array) / 4).u32le(array);
        }
        return out.zeros((int) (size - array)).done();
    }

    /** Each of a track of its own. */
    private static byte[] fragments(int size) {
        var one = Out.box("moof", Out.box("traf", Out.box("tfhd", new byte[8]), Out.box("trun", new byte[8])));
        var all = repeat(one, size);
        for (int at = 0, track = 1; at + one.length <= all.length; at += one.length, track++) {
            // the number of the track, behind three headers and the flags
            all[at + 28] = (byte) (track >> 24);
            all[at + 29] = (byte) (track >> 16);
            all[at + 30] = (byte) (track >> 8);
            all[at + 31] = (byte) track;
        }
        return all;
    }

    private static byte[] nested(int size) {
        var out = new byte[size];
        var type = Out.box("ftyp", new Out().latin1("isom").u32(0).done());
        System.arraycopy(type, 0, out, 0, type.length);
        for (int at = type.length; at + 8 <= size; at += 8) {
            System.arraycopy(open(at % 16 == 0 ? "moov" : "trak", size - at - 8), 0, out, at, 8);
        }
        return out;
    }

    private static byte[] start(byte[] file, int length) {
        return Arrays.copyOf(file, length);
    }

    private static byte[] bytes(int... values) {
        var out = new Out();
        for (var value : values) {
            out.u8(value);
        }
        return out.done();
    }

    private static byte[] open(String type, int bytes) {
        return new Out().u32(bytes + 8L).latin1(type).done();
    }

    private static byte[] repeat(byte[] unit, int bytes) {
        var all = new byte[bytes / unit.length * unit.length];
        for (var at = 0; at < all.length; at += unit.length) {
            System.arraycopy(unit, 0, all, at, unit.length);
        }
        return all;
    }
}
