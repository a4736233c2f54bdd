package dev.venicesim.fuzz;

import dev.venicesim.bench.Subject;
import dev.venicesim.bench.Vitals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Watch over the process under attack: whether it lives, answers, keeps its threads, grows, or logs a stack trace. */
final class Watch {

    private static final List<String> THREADS = List.of("venice-sim I/O-1", "venice-sim I/O-2", "venice-sim Accept");

    private final Subject subject;
    private final List<Vitals> samples = new ArrayList<>();

    Watch(Subject subject) {
        this.subject = subject;
    }

    /** What is wrong with the process now. */
    List<String> look(long sent) throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        if (!subject.isAlive()) {
            wrong.add("the process has ended");
            return wrong;
        }
        var health =
                FuzzInput.request("health", FuzzInput.Answer.NO_SERVER_ERROR, "GET", "/__sim/health", "", new byte[0]);
        try (var connection = new FuzzConnection(subject.port(), new Lingering())) {
            connection.send(health).ifPresent(wrong::add);
        }
        var dump = threads();
        THREADS.stream()
                .filter(name -> !dump.contains('"' + name + '"'))
                .forEach(name -> wrong.add("the thread " + name + " is dead"));
        var now = Vitals.of(subject.pid());
        samples.add(now);
        System.out.printf(
                Locale.ROOT,
                "| %d | %.1f | %d | %d | %d | %d |%n",
                sent,
                now.liveMb(),
                now.residentMb(),
                now.threads(),
                now.files(),
                wrong.size());
        return wrong;
    }

    static void printHead() {
        System.out.println(
                "| inputs | heap after full GC, MB | RSS, MB | threads | open files | faults |\n|---|---|---|---|---|---|");
    }

    /** What the log should not hold. */
    List<String> log() throws IOException {
        return Files.readAllLines(subject.log(), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("\tat ") || line.contains(" ERROR ") || line.contains("OutOfMemory"))
                .limit(20)
                .toList();
    }

    /** The last third of a run against the one before it, by which time what fills up is full. */
    boolean grows() {
        if (samples.size() < 9) {
            return false;
        }
        var third = samples.size() / 3;
        var before = samples.subList(third, 2 * third).stream()
                .mapToDouble(Vitals::liveMb)
                .max()
                .orElse(0);
        var after = samples.subList(2 * third, samples.size()).stream()
                .mapToDouble(Vitals::liveMb)
                .max()
                .orElse(0);
        System.out.printf(
                Locale.ROOT, "heap: at most %.1f MB in the second third, %.1f MB in the last%n", before, after);
        return after > before * 1.1 + 4;
    }

    private String threads() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(subject.pid()), "Thread.print").start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
