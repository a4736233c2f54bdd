package dev.venicesim.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A bounded closed-loop load over keep-alive connections on loopback; every reply's status is checked, and a sample of bodies. */
final class Load {

    private static final int SAMPLE = 64;
    private static final int PATIENCE_MILLIS = 120_000;

    private final int port;
    private final int connections;

    Load(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** Latencies in nanoseconds, and the bytes of all bodies. */
    record Result(long[] nanos, long bodyBytes) {}

    Result run(Workload workload, List<byte[]> requests) throws Exception {
        var clients = Math.min(Math.min(connections, workload.connections()), requests.size());
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var calls = new ArrayList<Callable<Result>>();
            for (int i = 0; i < clients; i++) {
                var from = (int) ((long) requests.size() * i / clients);
                var mine = requests.subList(from, (int) ((long) requests.size() * (i + 1) / clients));
                calls.add(() -> client(workload, mine));
            }
            var parts = new ArrayList<Result>();
            for (var future : threads.invokeAll(calls, 20, TimeUnit.MINUTES)) {
                parts.add(future.get());
            }
            var nanos = parts.stream().flatMapToLong(part -> Arrays.stream(part.nanos())).toArray();
            return new Result(nanos, parts.stream().mapToLong(Result::bodyBytes).sum());
        } finally {
            threads.shutdownNow();
        }
    }

    private Result client(Workload workload, List<byte[]> requests) throws IOException {
        var nanos = new long[requests.size()];
        long bodyBytes = 0;
        try (var connection = new Connection(port, PATIENCE_MILLIS)) {
            for (int i = 0; i < nanos.length; i++) {
                var start = System.nanoTime();
                connection.send(requests.get(i));
                var sampled = i % SAMPLE == 0 && !workload.says().isEmpty();
                var reply = sampled ? connection.keep(false) : connection.skip();
                nanos[i] = System.nanoTime() - start;
                bodyBytes += reply.length();
                if (reply.status() != workload.status() || (sampled && !reply.text().contains(workload.says()))) {
                    throw new IOException(workload.name() + " was answered " + reply.status() + " " + reply.text());
                }
            }
        }
        return new Result(nanos, bodyBytes);
    }
}
