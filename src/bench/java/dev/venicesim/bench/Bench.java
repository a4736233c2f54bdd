package dev.venicesim.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Starts each subject as a process, drives the same bounded load at all of them in interleaved rounds, and prints CPU microseconds per request with all rounds and
 * their medians. Arguments: {@code rounds=5 requests=20000 warmup=60000 connections=16 only=status,quote subjects=FILE}.
 */
public final class Bench {

    private final Options options;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** All rounds of one workload at one subject. */
    private static final class Row {
        final List<Double> micros = new ArrayList<>();
        LongStream.Builder nanos = LongStream.builder();
        long bytes;
        double cpu;
    }

    private Bench(Options options) {
        this.options = options;
    }

    public static void main(String[] args) throws Exception {
        new Bench(Options.of(args)).run();
    }

    private void run() throws Exception {
        var rounds = options.number("rounds", 5);
        var workloads = new LinkedHashMap<Subject, List<Workload>>();
        try {
            for (var line : Files.readAllLines(Path.of(options.text("subjects", "src/bench/subjects.txt")))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var subject = Subject.start(line);
                    workloads.put(subject, List.of());
                    workloads.put(subject, Workloads.of(subject, options.list("only")));
                }
            }
            for (int round = 0; round <= rounds; round++) {
                for (var entry : workloads.entrySet()) {
                    for (var workload : entry.getValue()) {
                        measure(entry.getKey(), workload, round);
                    }
                }
            }
            report(workloads.keySet());
        } finally {
            workloads.keySet().forEach(Subject::close);
        }
    }

    /** Round 0 warms up and is not counted. */
    private void measure(Subject subject, Workload workload, int round) throws Exception {
        var usual = round == 0 ? options.number("warmup", 60_000) : options.number("requests", 20_000);
        var requests = workload.source().make((int) Math.max(4, usual * workload.share()));
        var load = new Load(subject.port(), options.number("connections", 16));
        var before = subject.cpuMicros();
        var result = load.run(workload, requests);
        var cpu = subject.cpuMicros() - before;
        if (round > 0) {
            var row = rows.computeIfAbsent(workload.name() + " | " + subject.name(), name -> new Row());
            row.micros.add(cpu / (double) requests.size());
            Arrays.stream(result.nanos()).forEach(row.nanos);
            row.bytes += result.bodyBytes();
            row.cpu += cpu;
        }
    }

    private void report(Iterable<Subject> subjects) throws Exception {
        System.out.println("| subject | start to first 200, ms | CPU until then, ms | resident after start, MB | resident after load, MB |\n|---|---|---|---|---|");
        for (var subject : subjects) {
            System.out.printf(
                    Locale.ROOT, "| %s | %d | %d | %d | %d |%n",
                    subject.name(), subject.startMillis(), subject.startCpuMillis(), subject.startResidentMegabytes(), subject.residentMegabytes());
        }
        System.out.println("\n| workload | subject | CPU us/request, median | rounds | p50 us | p99 us | body GB per CPU second |\n|---|---|---|---|---|---|---|");
        rows.forEach(Bench::print);
    }

    private static void print(String name, Row row) {
        var sorted = row.micros.stream().sorted().toList();
        var rounds = row.micros.stream().map(value -> String.format(Locale.ROOT, "%.1f", value)).toList();
        var nanos = row.nanos.build().sorted().toArray();
        System.out.printf(
                Locale.ROOT, "| %s | %.1f | %s | %d | %d | %.2f |%n",
                name, sorted.get(sorted.size() / 2), String.join(" ", rounds),
                nanos[nanos.length / 2] / 1000, nanos[(int) (nanos.length * 0.99)] / 1000, row.bytes / 1e9 / Math.max(0.01, row.cpu / 1e6));
    }
}
