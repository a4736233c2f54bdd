package dev.venicesim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a test suite pays: the CPU time of a process from its start until it has answered so many status requests of one
 * client that sends one after the other. Each line of a subjects file is a fresh process in each round, and the rounds
 * alternate between the subjects. Arguments: {@code rounds=5 subjects=src/bench/suite.txt}.
 */
public final class Suite {

    private static final int PATIENCE_MILLIS = 30_000;

    /** Up to its first reply, in a small suite and in a large one. */
    private static final List<Integer> MARKS = List.of(1, 1_000, 20_000);

    private final Map<String, List<List<Long>>> rows = new LinkedHashMap<>();

    private Suite() {}

    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        var suite = new Suite();
        for (int round = 0; round < options.number("rounds", 5); round++) {
            for (var line : Files.readAllLines(Path.of(options.text("subjects", "src/bench/suite.txt")))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    suite.measure(line);
                }
            }
        }
        suite.report();
    }

    private void measure(String line) throws Exception {
        try (var subject = Subject.start(line);
                var connection = new Connection(subject.port(), PATIENCE_MILLIS)) {
            var status = Workloads.of(subject, List.of("status")).get(0);
            var request = status.only().orElseThrow();
            var marks = new ArrayList<Long>();
            for (int sent = 1; marks.size() < MARKS.size(); sent++) {
                connection.send(request);
                if (connection.skip().status() != status.status()) {
                    throw new IOException(subject.name() + " did not answer " + status.status());
                }
                if (MARKS.contains(sent)) {
                    marks.add(subject.cpuMicros() / 1000);
                }
            }
            rows.computeIfAbsent(subject.name(), name -> new ArrayList<>()).add(marks);
        }
    }

    private void report() {
        System.out.println("| subject | requests | CPU ms until then, median | rounds |\n|---|---|---|---|");
        for (int mark = 0; mark < MARKS.size(); mark++) {
            for (var row : rows.entrySet()) {
                var at = mark;
                var values = row.getValue().stream().map(marks -> marks.get(at)).toList();
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %d | %s |%n",
                        row.getKey(),
                        MARKS.get(mark),
                        values.stream().sorted().toList().get(values.size() / 2),
                        values.toString().replaceAll("[\\[\\],]", ""));
            }
        }
    }
}
