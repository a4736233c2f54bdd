package dev.venicesim.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long starting takes: of each line of src/bench/starts.txt as a process, in interleaved rounds; inside a JVM it is
 * for {@link InOneJvm} to measure. Arguments:
 * {@code rounds=11 starts=FILE jar=target/venice-sim.jar archive=target/venice-sim.jsa}. The archive of classes is made
 * first.
 */
public final class Starts {

    private Starts() {}

    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        var archive = options.text("archive", "target/venice-sim.jsa");
        var jar = options.text("jar", "target/venice-sim.jar");
        archive(jar, archive);
        processes(options, jar, archive);
    }

    /** What the image's build does with a list of classes: the classes that a start and a first reply load. */
    private static void archive(String jar, String archive) throws Exception {
        Files.deleteIfExists(Path.of(archive));
        var command = "{java} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ArchiveClassesAtExit=" + archive + " -jar "
                + jar + " serve --port {port}";
        Subject.start("training", command, "/__sim/health").close();
        if (!Files.exists(Path.of(archive))) {
            throw new IllegalStateException("no archive of classes was written");
        }
    }

    private static void processes(Options options, String jar, String archive) throws Exception {
        Map<String, List<Long>> wall = new LinkedHashMap<>();
        Map<String, List<Long>> cpu = new LinkedHashMap<>();
        for (int round = 0; round <= options.number("rounds", 11); round++) {
            for (var line : Files.readAllLines(Path.of(options.text("starts", "src/bench/starts.txt")))) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                try (var subject = Subject.start(line.replace("{jar}", jar).replace("{archive}", archive))) {
                    if (round > 0) {
                        wall.computeIfAbsent(subject.name(), name -> new ArrayList<>())
                                .add(subject.startMillis());
                        cpu.computeIfAbsent(subject.name(), name -> new ArrayList<>())
                                .add(subject.startCpuMillis());
                    }
                }
            }
        }
        System.out.println(
                "| subject | start to first 200, ms, median | rounds | CPU ms until then, median |\n|---|---|---|---|");
        wall.forEach((name, values) -> System.out.println(
                "| " + name + " | " + median(values) + " | " + values.toString().replaceAll("[\\[\\],]", "") + " | "
                        + median(cpu.getOrDefault(name, List.of())) + " |"));
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
