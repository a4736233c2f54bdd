package dev.venicesim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a process holds at a moment.
 *
 * @param residentMb resident memory
 * @param threads of the process, the JVM's own among them
 * @param files open file descriptors
 * @param liveBytes what the heap holds after a full collection
 * @param instances live objects by class name
 * @param bytes what they take, by class name
 */
public record Vitals(
        long residentMb, int threads, int files, long liveBytes, Map<String, Long> instances, Map<String, Long> bytes) {

    private static final Pattern ROW = Pattern.compile(" *\\d+: +(\\d+) +(\\d+) +(\\S+).*");
    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

    /** Collects all garbage of a JVM, and counts what is left. */
    public static Vitals of(long pid) throws IOException, InterruptedException {
        var instances = new HashMap<String, Long>();
        var bytes = new HashMap<String, Long>();
        long live = 0;
        for (var line : histogram(pid).split("\n", -1)) {
            var row = ROW.matcher(line);
            var total = TOTAL.matcher(line);
            if (row.matches()) {
                instances.merge(row.group(3), Long.parseLong(row.group(1)), Long::sum);
                bytes.merge(row.group(3), Long.parseLong(row.group(2)), Long::sum);
            } else if (total.lookingAt()) {
                live = Long.parseLong(total.group(1));
            }
        }
        var status = Files.readString(Path.of("/proc/" + pid + "/status"));
        try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return new Vitals(
                    field(status, "VmRSS") / 1024,
                    (int) field(status, "Threads"),
                    (int) files.count(),
                    live,
                    instances,
                    bytes);
        }
    }

    /** The class histogram of a JVM; asking for it runs a full collection. */
    static String histogram(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram").start();
        var text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd failed: " + text);
        }
        return text;
    }

    private static long field(String status, String name) {
        var found = Pattern.compile(name + ":\\s+(\\d+)").matcher(status);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    long count(String className) {
        return instances.getOrDefault(className, 0L);
    }

    public double liveMb() {
        return liveBytes / 1e6;
    }
}
