package dev.venicesim.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts each subject as a process, drives the same bounded load at all of them in interleaved rounds, and prints CPU
 * microseconds per request with all rounds and their medians. Small requests are sent by wrk where it is installed, for
 * so many seconds, all others by {@link Load}. Arguments:
 * {@code rounds=7 seconds=3 warmup-seconds=12 requests=20000 warmup=60000 connections=16 driver=own only=status,quote subjects=FILE}.
 */
public final class Bench {

    private final Options options;
    private final boolean wrk;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** All rounds of one workload at one subject. */
    private static final class Row {
        final List<Double> micros = new ArrayList<>();
        final List<Double> p50 = new ArrayList<>();
        final List<Double> p99 = new ArrayList<>();
        long bytes;
        double cpu;
    }

    private Bench(Options options) {
        this.options = options;
        this.wrk = options.text("driver", "wrk").equals("wrk") && Wrk.isThere();
    }

    public static void main(String[] args) throws Exception {
        new Bench(Options.of(args)).run();
    }

    private void run() throws Exception {
        var rounds = options.number("rounds", 7);
        var workloads = new LinkedHashMap<Subject, List<Workload>>();
        var listeners = new ArrayList<EventListeners>();
        try {
            for (var line : Files.readAllLines(Path.of(options.text("subjects", "src/bench/subjects.txt")))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var subject = Subject.start(line);
                    workloads.put(subject, List.of());
                    workloads.put(subject, Workloads.of(subject, options.list("only")));
                    listeners.add(EventListeners.of(subject));
                }
            }
            for (int round = 0; round <= rounds; round++) {
                for (var entry : workloads.entrySet()) {
                    for (var workload : entry.getValue()) {
                        measure(entry.getKey(), workload, round);
                    }
                }
            }
            System.out.println("small requests are sent by " + (wrk ? "wrk" : "the bench itself") + "\n");
            report(workloads.keySet());
        } finally {
            for (var some : listeners) {
                some.close();
            }
            workloads.keySet().forEach(Subject::close);
        }
    }

    /** Round 0 warms up and is not counted. */
    private void measure(Subject subject, Workload workload, int round) throws Exception {
        var before = subject.cpuMicros();
        var result = driver(subject, workload).run(workload, round == 0);
        var cpu = subject.cpuMicros() - before;
        if (round > 0) {
            var row = rows.computeIfAbsent(workload.name() + " | " + subject.name(), name -> new Row());
            row.micros.add(cpu / (double) result.requests());
            row.p50.add((double) result.p50Micros());
            row.p99.add((double) result.p99Micros());
            row.bytes += result.bytes();
            row.cpu += cpu;
        }
    }

    private Driver driver(Subject subject, Workload workload) {
        var connections = options.number("connections", 16);
        return wrk && workload.isSmall()
                ? new Wrk(
                        subject.port(), connections, options.number("seconds", 3), options.number("warmup-seconds", 12))
                : new Load(
                        subject.port(),
                        connections,
                        options.number("requests", 20_000),
                        options.number("warmup", 60_000));
    }

    private void report(Iterable<Subject> subjects) throws Exception {
        System.out.println(
                "| subject | start to first 200, ms | CPU until then, ms | resident after start, MB | resident after load, MB |\n|---|---|---|---|---|");
        for (var subject : subjects) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d |%n",
                    subject.name(),
                    subject.startMillis(),
                    subject.startCpuMillis(),
                    subject.startResidentMegabytes(),
                    subject.residentMegabytes());
        }
        System.out.println(
                "\n| workload | subject | CPU us/request, median | rounds | p50 us | p99 us | body GB per CPU second |\n|---|---|---|---|---|---|---|");
        rows.forEach(Bench::print);
    }

    private static void print(String name, Row row) {
        var rounds = row.micros.stream()
                .map(value -> String.format(Locale.ROOT, "%.1f", value))
                .toList();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %s | %.0f | %.0f | %.2f |%n",
                name,
                median(row.micros),
                String.join(" ", rounds),
                median(row.p50),
                median(row.p99),
                row.bytes / 1e9 / Math.max(0.01, row.cpu / 1e6));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
