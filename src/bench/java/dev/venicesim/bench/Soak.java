package dev.venicesim.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * A simulator with a small heap under a bounded load in which everything goes wrong now and then (src/bench/soak.yaml),
 * looked at every minute after a full collection. Arguments:
 * {@code minutes=30 rate=250 clients=100 idlers=200 heap=256m worlds=400 jar=target/venice-sim.jar}. Ends with 1 if
 * something grows.
 */
public final class Soak {

    private static final String JOB = "dev.venicesim.jobs.VideoJob";
    private static final String WORLD = "dev.venicesim.world.WorldConfiguration";

    private final Options options;
    private final Map<String, LongAdder> counters = new ConcurrentSkipListMap<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Vitals> samples = new ArrayList<>();

    private Soak(Options options) {
        this.options = options;
    }

    public static void main(String[] args) throws Exception {
        System.exit(new Soak(Options.of(args)).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        var minutes = options.number("minutes", 30);
        var command =
                "{java} -Xmx" + options.text("heap", "256m") + " -jar " + options.text("jar", "target/venice-sim.jar")
                        + " serve --port {port} --scenario src/bench/soak.yaml --log-level warn --max-worlds "
                        + options.number("worlds", 400);
        try (var subject = Subject.start("simulator", command, "/__sim/health")) {
            var clients = load(subject.port());
            System.out.println(
                    "| minute | requests | heap after full GC, MB | RSS, MB | threads | open files | jobs | worlds | CPU us/request |\n|---|---|---|---|---|---|---|---|---|");
            for (int minute = 1; minute <= minutes; minute++) {
                idleThenSample(subject, minute);
            }
            over.set(true);
            clients.shutdown();
            var ended = clients.awaitTermination(5, TimeUnit.MINUTES);
            return verdict(subject, ended);
        }
    }

    private java.util.concurrent.ExecutorService load(int port) {
        var pacer = new Pacer(options.number("rate", 250));
        var count = options.number("clients", 100);
        var threads = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            var client = new SoakClient(port, pacer, counters, i);
            threads.execute(() -> repeat(client::flow));
        }
        return threads;
    }

    /**
     * The idle come anew each minute and are all of one age when files are counted: the server closes a quarter of them
     * after ten seconds.
     */
    private void idleThenSample(Subject subject, int minute) throws Exception {
        try (var idlers = new Idlers(subject.port(), "/__sim/models")) {
            TimeUnit.SECONDS.sleep(15);
            idlers.add(options.number("idlers", 200));
            TimeUnit.SECONDS.sleep(45);
            sample(subject, minute);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private void repeat(Step step) {
        while (!over.get()) {
            try {
                step.run();
            } catch (Exception e) {
                counters.computeIfAbsent("driver " + e, name -> new LongAdder()).increment();
            }
        }
    }

    private void sample(Subject subject, int minute) throws Exception {
        var now = Vitals.of(subject.pid());
        samples.add(now);
        var requests = requests();
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %.1f | %d | %d | %d | %d | %d | %.0f |%n",
                minute,
                requests,
                now.liveMb(),
                now.residentMb(),
                now.threads(),
                now.files(),
                now.count(JOB),
                now.count(WORLD),
                subject.cpuMicros() / (double) Math.max(1, requests));
    }

    private long requests() {
        return counters.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Holds the last third against the third before it, so that what fills up at first has filled up. */
    private boolean verdict(Subject subject, boolean ended) throws Exception {
        System.out.println("\nreplies: " + String.join(", ", SoakClient.lines(counters)));
        var log = Files.readAllLines(subject.log());
        log.stream().limit(20).forEach(line -> System.out.println("log: " + line));
        var third = samples.size() / 3;
        var before = samples.subList(third, 2 * third);
        var after = samples.subList(2 * third, samples.size());
        var heap = grew("heap after full GC", before, after, Vitals::liveBytes);
        var threads = grew("threads", before, after, Vitals::threads);
        var files = grew("open files", before, after, Vitals::files);
        var wrong = log.stream()
                .filter(line -> line.contains("ERROR") || line.contains("Exception"))
                .count();
        System.out.println("errors logged: " + wrong + "; clients ended: " + ended);
        var good = heap && threads && files && wrong == 0 && ended;
        System.out.println("verdict: " + (good ? "flat" : "NOT FLAT"));
        return good;
    }

    private static boolean grew(
            String what, List<Vitals> before, List<Vitals> after, java.util.function.ToLongFunction<Vitals> value) {
        var first = before.stream().mapToLong(value).max().orElse(0);
        var last = after.stream().mapToLong(value).max().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%s: at most %d in the second third, %d in the last (%+.1f %%)%n",
                what,
                first,
                last,
                (last / (double) first - 1) * 100);
        return last <= first * 1.1;
    }
}
