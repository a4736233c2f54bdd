package dev.venicesim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * What the first call of its kind takes in a fresh process, sent so many milliseconds after the process says that it
 * is ready; and the second, on the same connection. Each call of each subject has a process of its own in each round.
 * Arguments: {@code rounds=7 after=0 subjects=src/bench/first-calls.txt only=quote,queue}.
 */
public final class FirstCalls {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final List<String> CALLS = List.of("quote", "queue");

    private record Times(List<Double> ready, List<Double> first, List<Double> second) {
        private Times() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Map<String, Times> rows = new LinkedHashMap<>();

    private FirstCalls() {}

    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        var calls = options.list("only").isEmpty() ? CALLS : options.list("only");
        var bench = new FirstCalls();
        for (int round = 0; round < options.number("rounds", 7); round++) {
            for (var line : Files.readAllLines(Path.of(options.text("subjects", "src/bench/first-calls.txt")))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    for (var call : calls) {
                        bench.measure(line, call, options.number("after", 0));
                    }
                }
            }
        }
        bench.report();
    }

    private void measure(String line, String call, int after) throws Exception {
        var request = call.equals("quote") ? Ask.post(Ask.QUOTE, "", Ask.CLIP) : Ask.post(Ask.QUEUE, "bench", Ask.CLIP);
        try (var subject = Subject.start(line)) {
            var times = rows.computeIfAbsent(subject.name() + " | " + call, name -> new Times());
            times.ready.add((double) subject.startMillis());
            LockSupport.parkNanos(after * 1_000_000L);
            try (var connection = new Connection(subject.port(), PATIENCE_MILLIS)) {
                times.first.add(millis(connection, request));
                times.second.add(millis(connection, request));
            }
        }
    }

    private static double millis(Connection connection, byte[] request) throws IOException {
        var began = System.nanoTime();
        connection.send(request);
        var reply = connection.keep(false);
        var took = (System.nanoTime() - began) / 1e6;
        if (reply.status() != 200) {
            throw new IOException("answered " + reply.status() + " " + reply.text());
        }
        return took;
    }

    private void report() {
        System.out.println(
                "| subject | call | ready after, ms | first, ms | second, ms | first, rounds |\n|---|---|---|---|---|---|");
        rows.forEach((name, times) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.1f | %s |%n",
                name,
                median(times.ready),
                median(times.first),
                median(times.second),
                String.join(
                        " ",
                        times.first.stream()
                                .map(each -> String.format(Locale.ROOT, "%.0f", each))
                                .toList())));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
