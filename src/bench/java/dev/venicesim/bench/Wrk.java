package dev.venicesim.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The load of wrk, for one small request sent over and over: it takes about half of the processor that {@link Load}
 * takes from the subject.
 *
 * @param seconds of a round that counts
 * @param warmUpSeconds of the first one
 */
record Wrk(int port, int connections, int seconds, int warmUpSeconds) implements Driver {

    private static final Pattern OUTCOME = Pattern.compile("bench (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (.*)");

    /** Reads what it sends from a file, so that no byte of it has to be quoted. */
    private static final String SCRIPT = """
            local file = io.open(REQUEST, "rb")
            local bytes = file:read("*a")
            local replies = 0
            wrong, first = 0, ""
            function setup(thread) only = thread end
            function request() return bytes end
            function response(status, headers, body)
              replies = replies + 1
              if status ~= STATUS or (replies % SAMPLE == 1 and not body:find(SAYS, 1, true)) then
                wrong = wrong + 1
                first = first == "" and status .. " " .. body:sub(1, 500):gsub("\\n", " ") or first
              end
            end
            function done(summary, latency)
              local e = summary.errors
              print(string.format("bench %d %d %d %d %d %d %s", summary.requests, summary.bytes, latency:percentile(50),
                latency:percentile(99), only:get("wrong"), e.connect + e.read + e.write + e.timeout, only:get("first")))
            end
            """;

    /** Whether it is installed. */
    static boolean isThere() {
        try {
            var process =
                    new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            process.waitFor();
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Result run(Workload workload, boolean warmUp) throws Exception {
        var request = Files.createTempFile("bench-request", ".http");
        var script = Files.createTempFile("bench-wrk", ".lua");
        try {
            Files.write(request, workload.only().orElseThrow());
            Files.writeString(script, constants(workload, request) + SCRIPT);
            return read(workload, ask(script, warmUp ? warmUpSeconds : seconds));
        } finally {
            Files.delete(request);
            Files.delete(script);
        }
    }

    private static String constants(Workload workload, Path request) {
        return "REQUEST, STATUS, SAYS, SAMPLE = \"" + request + "\", " + workload.status() + ", [[" + workload.says()
                + "]], " + SAMPLE + "\n";
    }

    private String ask(Path script, int duration) throws IOException {
        var command = List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + duration + "s",
                "--timeout",
                "30s",
                "-s",
                script.toString(),
                "http://127.0.0.1:" + port);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Result read(Workload workload, String said) throws IOException {
        var outcome = OUTCOME.matcher(said);
        if (!outcome.find()) {
            throw new IOException("wrk said " + said);
        }
        if (!outcome.group(5).equals("0") || !outcome.group(6).equals("0")) {
            throw new IOException(workload.name() + " was answered " + outcome.group(7) + " in " + outcome.group(5)
                    + " cases, and " + outcome.group(6) + " connections broke");
        }
        return new Result(
                number(outcome.group(1)), number(outcome.group(3)), number(outcome.group(4)), number(outcome.group(2)));
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }
}
