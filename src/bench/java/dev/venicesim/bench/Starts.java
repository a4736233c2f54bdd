package dev.venicesim.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Starts each subject and ends it at its first reply, in interleaved rounds of which the first warms the page cache, and prints medians with all rounds. Arguments:
 * {@code rounds=7 subjects=FILE}. Under {@code chrt --rr 1} the subjects go before whatever else the machine does.
 */
public final class Starts {

    private final Map<String, List<Long>> millis = new LinkedHashMap<>();
    private final Map<String, List<Long>> cpuMillis = new LinkedHashMap<>();
    private final Map<String, List<Long>> megabytes = new LinkedHashMap<>();

    private Starts() {}

    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        var lines = Files.readAllLines(Path.of(options.text("subjects", "src/bench/subjects.txt"))).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var starts = new Starts();
        for (int round = 0; round <= options.number("rounds", 7); round++) {
            for (var line : lines) {
                starts.start(line, round > 0);
            }
        }
        starts.report();
    }

    private void start(String line, boolean counted) throws Exception {
        try (var subject = Subject.start(line)) {
            if (counted) {
                millis.computeIfAbsent(subject.name(), name -> new ArrayList<>()).add(subject.startMillis());
                cpuMillis.computeIfAbsent(subject.name(), name -> new ArrayList<>()).add(subject.startCpuMillis());
                megabytes.computeIfAbsent(subject.name(), name -> new ArrayList<>()).add(subject.startResidentMegabytes());
            }
        }
    }

    private void report() {
        System.out.println(
                "| subject | start to first 200, ms, median | rounds | CPU until then, ms | resident, MB |\n|---|---|---|---|---|");
        millis.forEach((name, rounds) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %d | %d |%n",
                name,
                median(rounds),
                rounds.stream().map(String::valueOf).collect(Collectors.joining(" ")),
                median(cpuMillis.getOrDefault(name, List.of())),
                median(megabytes.getOrDefault(name, List.of()))));
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
