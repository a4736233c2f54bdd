package dev.venicesim.bench;

import com.sun.management.ThreadMXBean;
import dev.venicesim.input.DataUrl;
import dev.venicesim.input.MediaReference;
import dev.venicesim.media.probe.MediaProbe;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.fixtures.WorstFile;
import dev.venicesim.media.probe.fixtures.WorstFiles;
import java.lang.management.ManagementFactory;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What the worst files of each format cost, in milliseconds of CPU for each MB: those that repeat what a reader has to
 * look at, in three sizes, so that a cost that grows faster than the file shows. The row {@code hash alone} is what every
 * file costs, whatever it is.
 */
public final class WorstMedia {

    private static final int[] MEGABYTES = {2, 8, 24};
    private static final int ROUNDS = 5;

    private WorstMedia() {}

    public static void main(String[] args) {
        System.out.println("| format | what it repeats | ms/MB at 2 MB | at 8 MB | at 24 MB |\n|---|---|---|---|---|");
        row("any | zeros, so the hash alone", byte[]::new, MediaProbe::measure);
        for (var file : WorstFiles.all()) {
            row(file.format().label() + " | " + file.repeats(), file::ofBytes, medium -> read(file, medium));
        }
        url("base64", size -> ";base64," + Base64.getEncoder().encodeToString(new byte[size / 4 * 3]));
        url("base64 with blanks", size -> ";base64," + "AAA A".repeat(size / 5));
        url("percent escapes", size -> "," + "%00".repeat(size / 3));
    }

    /** A row would say nothing if the file were taken for one of another format. */
    private static MediaFacts read(WorstFile file, byte[] medium) {
        var facts = MediaProbe.measure(medium);
        if (facts.format() != file.format()) {
            throw new IllegalStateException(file + " is read as " + facts.format());
        }
        return facts;
    }

    private static void url(String repeats, IntFunction<String> payload) {
        row(
                "data URL | " + repeats,
                size -> "data:image/png" + payload.apply(size),
                text -> MediaProbe.measure(((DataUrl) MediaReference.of(text)).open()));
    }

    private static <T> void row(String name, IntFunction<T> maker, Function<T, MediaFacts> reading) {
        var line = new StringBuilder("| " + name + " |");
        for (var megabytes : MEGABYTES) {
            var file = maker.apply(megabytes << 20);
            line.append(String.format(Locale.ROOT, " %.1f |", millis(file, reading) / megabytes));
        }
        System.out.println(line);
    }

    /** The best of some rounds: what else the machine does is no cost of the file. */
    private static <T> double millis(T file, Function<T, MediaFacts> reading) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var best = Long.MAX_VALUE;
        for (var i = 0; i < ROUNDS; i++) {
            var before = threads.getCurrentThreadCpuTime();
            reading.apply(file);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
        }
        return best / 1e6;
    }
}
