package dev.venicesim.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Very many requests at a simulator with a small heap, whose live bytes after a full collection are read at every
 * tenth. All jobs are queued within the first tenth; from then on nothing should be kept but what replaces something.
 * Arguments:
 * {@code requests=10000000 keys=10000 jobs=200000 heap=256m connections=4 depth=32 listeners=0 jar=target/venice-sim.jar}. Ends
 * with 1 if the heap grows by more than a tenth.
 */
public final class Endurance {

    private static final int TENTHS = 10;
    private static final int GREW_MOST = 8;

    private final Options options;
    private final long requests;
    private final int keys;
    private final int connections;
    private final AtomicReferenceArray<String> jobs;

    private Endurance(Options options) {
        this.options = options;
        this.requests = options.number("requests", 10_000_000);
        this.keys = options.number("keys", 10_000);
        this.connections = options.number("connections", 4);
        if (options.number("jobs", 0) > requests / TENTHS) {
            throw new IllegalArgumentException(
                    "jobs are queued within the first tenth of the requests; give fewer jobs or more requests");
        }
        this.jobs = new AtomicReferenceArray<>(options.number("jobs", (int) Math.min(200_000, requests / 20)));
    }

    public static void main(String[] args) throws Exception {
        System.exit(new Endurance(Options.of(args)).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        var command =
                "{java} -Xmx" + options.text("heap", "256m") + " -jar " + options.text("jar", "target/venice-sim.jar")
                        + " serve --port {port} --job-time 24h --scenario src/bench/wide-limits.yaml --log-level warn --balance 1000000";
        try (var subject = Subject.start("simulator", command, "/__sim/health");
                var listeners = EventListeners.of(subject, options.number("listeners", 0))) {
            System.out.println(listeners.count() + " listeners to events\n");
            System.out.println(
                    "| requests | heap after full GC, MB | RSS, MB | jobs | worlds | seconds | CPU us/request |\n|---|---|---|---|---|---|---|");
            var samples = new ArrayList<Vitals>();
            for (int tenth = 0; tenth < TENTHS; tenth++) {
                samples.add(tenth(subject, tenth));
            }
            return verdict(samples);
        }
    }

    private Vitals tenth(Subject subject, int tenth) throws Exception {
        var started = System.nanoTime();
        var cpu = subject.cpuMicros();
        var threads = Executors.newFixedThreadPool(connections);
        try {
            var calls = new ArrayList<Callable<Void>>();
            for (int i = 0; i < connections; i++) {
                var client = i;
                calls.add(() -> client(subject.port(), tenth, client));
            }
            for (var future : threads.invokeAll(calls, 1, TimeUnit.HOURS)) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
        var each = (subject.cpuMicros() - cpu) * TENTHS / (double) requests;
        var now = Vitals.of(subject.pid());
        System.out.printf(
                Locale.ROOT,
                "| %d | %.1f | %d | %d | %d | %.0f | %.1f |%n",
                requests / TENTHS * (tenth + 1),
                now.liveMb(),
                now.residentMb(),
                now.count("dev.venicesim.jobs.VideoJob"),
                now.count("dev.venicesim.world.WorldConfiguration"),
                (System.nanoTime() - started) / 1e9,
                each);
        return now;
    }

    /** Every request's index says what it is: jobs first, each asked for by whoever queued it. */
    private Void client(int port, int tenth, int client) throws IOException {
        var depth = options.number("depth", 32);
        var end = requests / TENTHS * (tenth + 1);
        try (var connection = new Connection(port, 60_000)) {
            for (long i = requests / TENTHS * tenth + client; i < end; i += (long) depth * connections) {
                var batch = new ArrayList<Long>();
                var bytes = new ByteArrayOutputStream();
                for (long n = i; n < Math.min(end, i + (long) depth * connections); n += connections) {
                    batch.add(n);
                    bytes.write(request(n));
                }
                connection.send(bytes.toByteArray());
                receive(connection, batch);
            }
        }
        return null;
    }

    private byte[] request(long n) {
        if (n < jobs.length()) {
            return Ask.post(Ask.QUEUE, "key-" + n % keys, Ask.CLIP);
        }
        var key = "key-" + n % jobs.length() % keys;
        var job = jobs.get((int) (n % jobs.length()));
        return switch ((int) ((n / jobs.length() + n) % 10)) {
            case 0, 1 -> Ask.post(Ask.QUOTE, key, Ask.CLIP);
            case 2 -> Ask.post(Ask.QUEUE, key, Ask.CLIP.replace("5s", "7s"));
            case 3 -> Ask.post(Ask.RETRIEVE, key, Ask.ticket("wan-2.6-text-to-video", "none-" + n));
            default -> Ask.post(Ask.RETRIEVE, key, Ask.ticket("wan-2.6-text-to-video", job == null ? "late" : job));
        };
    }

    private void receive(Connection connection, List<Long> batch) throws IOException {
        for (var n : batch) {
            var queued = n < jobs.length();
            var reply = queued ? connection.keep(false) : connection.skip();
            if (queued && reply.status() == 200) {
                var text = reply.text();
                var from = text.indexOf("\"queue_id\":\"") + 12;
                jobs.set(n.intValue(), text.substring(from, text.indexOf('"', from)));
            } else if (queued || (reply.status() != 200 && reply.status() != 400 && reply.status() != 404)) {
                throw new IOException("request " + n + " was answered " + reply.status() + " " + reply.text());
            }
        }
    }

    private static boolean verdict(List<Vitals> samples) {
        var first = samples.get(0);
        var last = samples.get(samples.size() - 1);
        System.out.println("\nclasses that grew most between the first tenth and the last, bytes:");
        last.bytes().entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(), entry.getValue() - first.bytes().getOrDefault(entry.getKey(), 0L)))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(GREW_MOST)
                .forEach(entry -> System.out.println("  " + entry.getKey() + " " + entry.getValue()));
        var growth = last.liveBytes() / (double) first.liveBytes() - 1;
        System.out.printf(
                Locale.ROOT,
                "from 10 %% to 100 %% of the requests: %+.1f %%: %s%n",
                growth * 100,
                growth <= 0.1 ? "flat" : "NOT FLAT");
        return growth <= 0.1;
    }
}
