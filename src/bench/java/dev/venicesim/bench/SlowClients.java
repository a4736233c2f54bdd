package dev.venicesim.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Slow and half-open clients hold their connections while one more asks: a new connection, a queue request, a status.
 * First right behind the burst in which they arrive, which the client shares the processors with, then once the
 * simulator has taken them all and rests. Arguments:
 * {@code clients=2000 requests=200 heap=256m jar=target/venice-sim.jar}. Ends with 1 if the slowest takes 50 ms or
 * more.
 */
public final class SlowClients {

    private static final double LATEST_MILLIS = 50;
    private static final int WARM_UP = 500;

    private SlowClients() {}

    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        var command =
                "{java} -Xmx" + options.text("heap", "256m") + " -jar " + options.text("jar", "target/venice-sim.jar")
                        + " serve --port {port} --job-time 0s --scenario src/bench/slow-clients.yaml --log-level warn --balance 1000000";
        try (var subject = Subject.start("simulator", command, "/__sim/health");
                var idlers = new Idlers(subject.port(), link(subject.port()))) {
            System.out.println(
                    "| idle clients | requests | p50 ms | p99 ms | slowest ms | threads | open files | resident MB |\n|---|---|---|---|---|---|---|---|");
            row(subject, idlers, WARM_UP);
            idlers.add(options.number("clients", 2000));
            row(subject, idlers, 1);
            rest(subject);
            var slowest = row(subject, idlers, options.number("requests", 200));
            System.out.println(slowest < LATEST_MILLIS ? "in time" : "TOO LATE");
            System.exit(slowest < LATEST_MILLIS ? 0 : 1);
        }
    }

    /** A video's download link: those who do not read hang on it. */
    private static String link(int port) throws Exception {
        try (var connection = new Connection(port, 30_000)) {
            connection.send(Ask.post(
                    Ask.QUEUE, "slow", Ask.LINKED.replace("480p", "720p").replace("5s", "15s")));
            var url = new ObjectMapper()
                    .readTree(connection.keep(false).body())
                    .path("download_url")
                    .asText();
            var path = URI.create(url).getRawPath();
            connection.send(Ask.get(path));
            if (connection.keep(false).status() != 200) {
                throw new IllegalStateException("the link does not work");
            }
            return path;
        }
    }

    /** Waits until a fifth of a second passes in which the simulator uses no processor. */
    private static void rest(Subject subject) throws IOException {
        long before;
        var now = subject.cpuMicros();
        do {
            LockSupport.parkNanos(200_000_000);
            before = now;
            now = subject.cpuMicros();
        } while (now > before);
    }

    private static double row(Subject subject, Idlers idlers, int requests) throws Exception {
        var nanos = new long[requests];
        for (int i = 0; i < requests; i++) {
            var started = System.nanoTime();
            try (var connection = new Connection(subject.port(), 30_000)) {
                connection.send(Ask.post(Ask.QUEUE, "quick", Ask.CLIP));
                if (connection.skip().status() != 200) {
                    throw new IllegalStateException("not answered with 200");
                }
            }
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        var vitals = Vitals.of(subject.pid());
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %.1f | %.1f | %.1f | %d | %d | %d |%n",
                idlers.count(),
                requests,
                nanos[requests / 2] / 1e6,
                nanos[(int) (requests * 0.99)] / 1e6,
                nanos[requests - 1] / 1e6,
                vitals.threads(),
                vitals.files(),
                vitals.residentMb());
        return nanos[requests - 1] / 1e6;
    }
}
