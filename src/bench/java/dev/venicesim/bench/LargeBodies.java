package dev.venicesim.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Twenty clients that send bodies of 30 MB at once, round after round, to a simulator with a heap of 512 MB. Arguments:
 * {@code rounds=5 clients=20 megabytes=30 heap=512m jar=target/venice-sim.jar}. Ends with 1 if a reply is lost or late.
 */
public final class LargeBodies {

    private static final long LATEST_MILLIS = 5_000;

    private LargeBodies() {}

    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        var clients = options.number("clients", 20);
        var rounds = options.number("rounds", 5);
        var command =
                "{java} -Xmx" + options.text("heap", "512m") + " -jar " + options.text("jar", "target/venice-sim.jar")
                        + " serve --port {port} --scenario src/bench/wide-limits.yaml --log-level warn --balance 1000000";
        try (var subject = Subject.start("simulator", command, "/__sim/health")) {
            var requests = IntStream.range(0, clients)
                    .mapToObj(i ->
                            Ask.post(Ask.QUEUE, "large", Ask.picture(options.number("megabytes", 30) * 1_000_000, i)))
                    .toList();
            var workload = Workload.varied("large", count -> requests, "queue_id", 1, clients);
            System.out.println(
                    "| round | answered 200 | p50 ms | slowest ms | CPU ms/request | resident MB |\n|---|---|---|---|---|---|");
            long slowest = 0;
            for (int round = 1; round <= rounds; round++) {
                var cpu = subject.cpuMicros();
                var nanos = new Load(subject.port(), clients, clients, clients)
                        .send(workload, requests)
                        .nanos();
                Arrays.sort(nanos);
                slowest = Math.max(slowest, nanos[nanos.length - 1] / 1_000_000);
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %d | %d | %d | %.0f | %d |%n",
                        round,
                        nanos.length,
                        nanos[nanos.length / 2] / 1_000_000,
                        nanos[nanos.length - 1] / 1_000_000,
                        (subject.cpuMicros() - cpu) / 1e3 / clients,
                        subject.residentMegabytes());
            }
            var jobs = jobs(subject);
            var good = jobs == clients * rounds && slowest <= LATEST_MILLIS;
            System.out.println("jobs " + jobs + " of " + clients * rounds + ", slowest " + slowest + " ms: "
                    + (good ? "in time" : "TOO LATE OR LOST"));
            System.exit(good ? 0 : 1);
        }
    }

    private static int jobs(Subject subject) throws Exception {
        try (var connection = new Connection(subject.port(), 30_000)) {
            connection.send(Ask.get("/__sim/worlds/large/jobs"));
            return new ObjectMapper()
                    .readTree(connection.keep(false).body())
                    .path("jobs")
                    .size();
        }
    }
}
