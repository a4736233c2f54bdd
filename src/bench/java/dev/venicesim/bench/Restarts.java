package dev.venicesim.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a server takes that starts over a file full of worlds: until it is ready, and until the first reply from one
 * of them. Arguments:
 * {@code worlds=10000 jobs=200000 rounds=5 depth=32 file=target/restarts.store jar=target/venice-sim.jar}. The file is
 * filled over HTTP if it is not there.
 */
public final class Restarts {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final String READY = "/__sim/ready";

    private final Options options;
    private final int worlds;

    private Restarts(Options options) {
        this.options = options;
        this.worlds = options.number("worlds", 10_000);
    }

    public static void main(String[] args) throws Exception {
        new Restarts(Options.of(args)).run();
    }

    private void run() throws Exception {
        var file = Path.of(options.text("file", "target/restarts.store"));
        if (!Files.exists(file)) {
            try (var subject = start(file)) {
                fill(subject.port());
            }
        }
        System.out.println(
                "| MB of the file | start to ready, ms, by round | CPU ms until then | first poll of a world, ms |"
                        + "\n|---|---|---|---|");
        List<Long> starts = new ArrayList<>();
        List<Long> cpu = new ArrayList<>();
        List<Long> polls = new ArrayList<>();
        for (int round = 0; round < options.number("rounds", 5); round++) {
            try (var subject = start(file)) {
                starts.add(subject.startMillis());
                cpu.add(subject.startCpuMillis());
                polls.add(firstReply(subject.port(), "key-" + round % worlds));
            }
        }
        System.out.println("| " + Files.size(file) / 1_000_000 + " | " + starts + " | " + cpu + " | " + polls + " |");
    }

    private Subject start(Path file) throws Exception {
        var command =
                "{java} -jar " + options.text("jar", "target/venice-sim.jar") + " serve --port {port} --store file:"
                        + file + " --max-worlds " + worlds
                        + " --job-time 24h --limits off --log-level warn --balance 1000000";
        return Subject.start("simulator", command, READY);
    }

    private void fill(int port) throws IOException {
        var jobs = options.number("jobs", 200_000);
        var depth = options.number("depth", 32);
        try (var connection = new Connection(port, TIMEOUT_MILLIS)) {
            for (int first = 0; first < jobs; first += depth) {
                var bytes = new ByteArrayOutputStream();
                var count = Math.min(depth, jobs - first);
                for (int n = first; n < first + count; n++) {
                    bytes.write(Ask.post(Ask.QUEUE, "key-" + n % worlds, Ask.CLIP));
                }
                connection.send(bytes.toByteArray());
                for (int n = 0; n < count; n++) {
                    var reply = connection.keep(false);
                    if (reply.status() != 200) {
                        throw new IOException("a job was answered " + reply.status() + " " + reply.text());
                    }
                }
            }
        }
    }

    private static long firstReply(int port, String key) throws IOException {
        var started = System.nanoTime();
        try (var connection = new Connection(port, TIMEOUT_MILLIS)) {
            connection.send(Ask.post(Ask.RETRIEVE, key, Ask.ticket("wan-2.6-text-to-video", "none")));
            connection.skip();
        }
        return (System.nanoTime() - started) / 1_000_000;
    }
}
