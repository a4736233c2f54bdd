package dev.venicesim.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.bench.Subject;
import dev.venicesim.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Attack on a simulator in a process of its own. Each input is made from the seed and its number, so a run is taken up
 * where it stopped, and one input is sent again by its number. Arguments:
 * {@code --seed S --inputs N --resume FILE --only NUMBER --threads 8 --heap 256m --jar target/venice-sim.jar}. Ends with
 * 1 if anything was answered with a server error that nobody asked for, was not answered, showed a stack trace, killed a
 * thread or the process, or made the memory grow.
 */
public final class Fuzz {

    private static final int BLOCK = 10_000;
    private static final int MOST_FAULTS = 50;

    private final Map<String, String> options;
    private final Lingering lingering = new Lingering();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    private Fuzz(Map<String, String> options) {
        this.options = options;
    }

    public static void main(String[] args) throws Exception {
        var options = new LinkedHashMap<String, String>();
        for (var i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
        }
        System.exit(new Fuzz(options).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        var file = Optional.ofNullable(options.get("resume")).map(Path::of);
        var seed = options.containsKey("seed") ? Long.parseLong(options.get("seed")) : System.nanoTime();
        var progress = Progress.of(file, seed);
        System.out.println("seed " + progress.seed() + ", from input " + progress.next());
        var command = "{java} -Xmx" + options.getOrDefault("heap", "256m") + " -XX:+ExitOnOutOfMemoryError -jar "
                + options.getOrDefault("jar", "target/venice-sim.jar")
                + " serve --port {port} --log-level warn --limits off --balance 100000 --job-time 1s --max-worlds 200 --journal 200";
        try (var subject = Subject.start("fuzz", command, "/__sim/health")) {
            var inputs = new Inputs(progress.seed(), models(subject.port()));
            if (options.containsKey("only")) {
                return only(subject, inputs.at(Long.parseLong(options.get("only"))));
            }
            return attack(subject, inputs, progress, file);
        }
    }

    private boolean attack(Subject subject, Inputs inputs, Progress begun, Optional<Path> file) throws Exception {
        var last = begun.next() + Long.parseLong(options.getOrDefault("inputs", "100000"));
        var watch = new Watch(subject);
        var kinds = new TreeMap<String, Long>();
        var pool = Executors.newFixedThreadPool(Integer.parseInt(options.getOrDefault("threads", "8")));
        Watch.printHead();
        for (var from = begun.next(); from < last && faults.size() < MOST_FAULTS; from += BLOCK) {
            var to = Math.min(last, from + BLOCK);
            block(subject, inputs, new AtomicLong(from), to, pool)
                    .forEach((kind, count) -> kinds.merge(kind, count, Long::sum));
            faults.addAll(lingering.overdue());
            watch.look(to).forEach(fault -> faults.add("after input " + to + ": " + fault));
            if (file.isPresent()) {
                new Progress(begun.seed(), to).save(file.get());
            }
            if (!subject.isAlive()) {
                break;
            }
        }
        pool.shutdown();
        faults.addAll(lingering.last());
        return verdict(watch, kinds);
    }

    private Map<String, Long> block(Subject subject, Inputs inputs, AtomicLong next, long to, ExecutorService pool)
            throws Exception {
        var parts = new ArrayList<Future<Map<String, Long>>>();
        var count = Integer.parseInt(options.getOrDefault("threads", "8"));
        for (var i = 0; i < count; i++) {
            parts.add(pool.submit(part(subject, inputs, next, to)));
        }
        var all = new TreeMap<String, Long>();
        for (var part : parts) {
            part.get().forEach((kind, sent) -> all.merge(kind, sent, Long::sum));
        }
        return all;
    }

    private Callable<Map<String, Long>> part(Subject subject, Inputs inputs, AtomicLong next, long to) {
        return () -> {
            var kinds = new TreeMap<String, Long>();
            try (var connection = new FuzzConnection(subject.port(), lingering)) {
                for (var number = next.getAndIncrement();
                        number < to && faults.size() < MOST_FAULTS;
                        number = next.getAndIncrement()) {
                    var input = inputs.at(number);
                    var at = number;
                    connection
                            .send(input)
                            .ifPresent(fault -> faults.add("input " + at + " (" + input.kind() + "): " + fault));
                    kinds.merge(input.kind(), 1L, Long::sum);
                }
            }
            return kinds;
        };
    }

    private boolean verdict(Watch watch, Map<String, Long> kinds) throws Exception {
        System.out.println("\nsent: " + kinds);
        watch.log().forEach(line -> faults.add("log: " + line));
        if (watch.grows()) {
            faults.add("the heap grows");
        }
        faults.stream()
                .limit(MOST_FAULTS)
                .forEach(fault -> System.out.println("FAULT " + fault.substring(0, Math.min(600, fault.length()))));
        System.out.println("verdict: "
                + kinds.values().stream().mapToLong(Long::longValue).sum() + " inputs, " + faults.size() + " faults");
        return faults.isEmpty();
    }

    private boolean only(Subject subject, FuzzInput input) throws Exception {
        System.out.println(new String(input.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1));
        try (var connection = new FuzzConnection(subject.port(), lingering)) {
            var fault = connection.send(input);
            System.out.println("\n" + fault.orElse("no fault"));
            return fault.isEmpty();
        }
    }

    private static List<JsonNode> models(int port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/models?type=video"))
                .build();
        var reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        var models = new ArrayList<JsonNode>();
        Json.trusted(reply.body()).path("data").forEach(models::add);
        return models;
    }
}
