package dev.venicesim.bench;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long starting takes: of each line of src/bench/starts.txt as a process, in interleaved rounds, and of a further simulator in a warm JVM.
 * Arguments: {@code rounds=11 starts=FILE jar=target/venice-sim.jar archive=target/venice-sim.jsa warm=40}. The archive of classes is made first.
 */
public final class Starts {

    private static final int WARM_UP = 20;

    private Starts() {}

    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        var archive = options.text("archive", "target/venice-sim.jsa");
        var jar = options.text("jar", "target/venice-sim.jar");
        archive(jar, archive);
        processes(options, jar, archive);
        warm(options.number("warm", 40));
    }

    /** What the image's build does with a list of classes: the classes that a start and a first reply load. */
    private static void archive(String jar, String archive) throws Exception {
        Files.deleteIfExists(Path.of(archive));
        var command = "{java} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ArchiveClassesAtExit=" + archive + " -jar " + jar + " serve --port {port}";
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
                        wall.computeIfAbsent(subject.name(), name -> new ArrayList<>()).add(subject.startMillis());
                        cpu.computeIfAbsent(subject.name(), name -> new ArrayList<>()).add(subject.startCpuMillis());
                    }
                }
            }
        }
        System.out.println("| subject | start to first 200, ms, median | rounds | CPU ms until then, median |\n|---|---|---|---|");
        wall.forEach((name, values) -> System.out.println("| " + name + " | " + median(values) + " | "
                + values.toString().replaceAll("[\\[\\],]", "") + " | " + median(cpu.getOrDefault(name, List.of())) + " |"));
    }

    private static void warm(int count) throws Exception {
        var start = new ArrayList<Long>();
        var reply = new ArrayList<Long>();
        var stop = new ArrayList<Long>();
        for (int i = 0; i < WARM_UP + count; i++) {
            var begun = System.nanoTime();
            var simulator = Simulator.start(SimulatorConfig.builder().port(0).build());
            var started = System.nanoTime();
            try (var connection = new Connection(simulator.port(), 10_000)) {
                connection.send(Ask.post(Ask.QUEUE, "warm", Ask.CLIP));
                if (connection.skip().status() != 200) {
                    throw new IllegalStateException("the first reply was no 200");
                }
            }
            var replied = System.nanoTime();
            simulator.close();
            if (i >= WARM_UP) {
                start.add(started - begun);
                reply.add(replied - started);
                stop.add(System.nanoTime() - replied);
            }
        }
        System.out.println("\n| a further simulator in a warm JVM, ms, median of " + count + " | start | first reply | stop |\n|---|---|---|---|");
        System.out.printf(Locale.ROOT, "| after %d | %.1f | %.1f | %.1f |%n", WARM_UP, median(start) / 1e6, median(reply) / 1e6, median(stop) / 1e6);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
