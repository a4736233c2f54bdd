package dev.venicesim.fuzz;

import dev.venicesim.bench.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * where it stopped, and one input is sent again by its number. Arguments: {@code --seed S --inputs N --seconds N
 * --resume FILE --only NUMBER --threads 8 --heap 256m --jar target/venice-sim.jar}. Ends with 1 if anything was answered
 * with a server error that nobody asked for, was not answered, showed a stack trace, killed a thread or the process, or
 * made the memory grow.
 */
public final class Fuzz {

    private static final int BLOCK = 10_000;
    private static final int BLOCK_SECONDS = 60;
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
            var inputs = new Inputs(progress.seed(), Material.of(subject.port()));
            if (options.containsKey("only")) {
                return only(subject, inputs.at(Long.parseLong(options.get("only"))));
            }
            return attack(subject, inputs, progress, file);
        }
    }

    private boolean attack(Subject subject, Inputs inputs, Progress begun, Optional<Path> file) throws Exception {
        var last = begun.next() + number("inputs", options.containsKey("seconds") ? Integer.MAX_VALUE : 100_000);
        var end = Deadline.in(number("seconds", Integer.MAX_VALUE));
        var watch = new Watch(subject);
        var kinds = new TreeMap<String, Long>();
        var pool = Executors.newFixedThreadPool(threads());
        Watch.printHead();
        for (var from = begun.next();
                from < last && faults.size() < MOST_FAULTS && subject.isAlive() && !end.isOver(); ) {
            var next = new AtomicLong(from);
            var block = new Block(
                    next,
                    Math.min(last, from + BLOCK),
                    Deadline.in(BLOCK_SECONDS).or(end));
            send(subject, inputs, block, pool).forEach((kind, count) -> kinds.merge(kind, count, Long::sum));
            from = Math.min(next.get(), block.to());
            var sent = from;
            faults.addAll(lingering.overdue());
            watch.look(sent).forEach(fault -> faults.add("after input " + sent + ": " + fault));
            if (file.isPresent()) {
                new Progress(begun.seed(), sent).save(file.get());
            }
        }
        pool.shutdown();
        faults.addAll(lingering.last());
        return verdict(watch, kinds, begun.seed());
    }

    private long number(String option, long otherwise) {
        return options.containsKey(option) ? Long.parseLong(options.get(option)) : otherwise;
    }

    private int threads() {
        return (int) number("threads", 8);
    }

    /** Inputs between two looks at the process: from the next one up to a number or a time, whichever comes first. */
    private record Block(AtomicLong next, long to, Deadline end) {

        Optional<Long> take() {
            if (end.isOver()) {
                return Optional.empty();
            }
            var number = next.getAndIncrement();
            return number < to ? Optional.of(number) : Optional.empty();
        }
    }

    private Map<String, Long> send(Subject subject, Inputs inputs, Block block, ExecutorService pool) throws Exception {
        var parts = new ArrayList<Future<Map<String, Long>>>();
        for (var i = 0; i < threads(); i++) {
            parts.add(pool.submit(part(subject, inputs, block)));
        }
        var all = new TreeMap<String, Long>();
        for (var part : parts) {
            part.get().forEach((kind, sent) -> all.merge(kind, sent, Long::sum));
        }
        return all;
    }

    private Callable<Map<String, Long>> part(Subject subject, Inputs inputs, Block block) {
        return () -> {
            var kinds = new TreeMap<String, Long>();
            try (var connection = new FuzzConnection(subject.port(), lingering)) {
                for (var number = block.take();
                        number.isPresent() && faults.size() < MOST_FAULTS;
                        number = block.take()) {
                    var at = number.get();
                    var input = inputs.at(at);
                    connection
                            .send(input)
                            .ifPresent(fault -> faults.add("input " + at + " (" + input.kind() + "): " + fault));
                    kinds.merge(input.kind(), 1L, Long::sum);
                }
            }
            return kinds;
        };
    }

    private boolean verdict(Watch watch, Map<String, Long> kinds, long seed) throws Exception {
        System.out.println("\nsent: " + kinds);
        watch.log().forEach(line -> faults.add("log: " + line));
        if (watch.grows()) {
            faults.add("the heap grows");
        }
        faults.stream()
                .limit(MOST_FAULTS)
                .forEach(fault -> System.out.println("FAULT " + fault.substring(0, Math.min(600, fault.length()))));
        System.out.println("verdict: seed " + seed + ", "
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
}
