package dev.venicesim.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A closed-loop load in Java, for requests that differ, large bodies, and where there is no {@link Wrk}: a thread per
 * connection.
 *
 * @param requests of a round that counts, before a workload's share
 * @param warmUpRequests of the first one
 */
record Load(int port, int connections, int requests, int warmUpRequests) implements Driver {

    private static final int PATIENCE_MILLIS = 120_000;

    /** Latencies in nanoseconds, and the bytes of all bodies. */
    record Times(long[] nanos, long bodyBytes) {}

    @Override
    public Result run(Workload workload, boolean warmUp) throws Exception {
        var times = send(workload, workload.source().make((int)
                Math.max(4, (warmUp ? warmUpRequests : requests) * workload.share())));
        return Result.of(times.nanos(), times.bodyBytes());
    }

    /** Sends these, each once. */
    Times send(Workload workload, List<byte[]> requests) throws Exception {
        var clients = Math.min(Math.min(connections, workload.connections()), requests.size());
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var calls = new ArrayList<Callable<Times>>();
            for (int i = 0; i < clients; i++) {
                var from = (int) ((long) requests.size() * i / clients);
                var mine = requests.subList(from, (int) ((long) requests.size() * (i + 1) / clients));
                calls.add(() -> client(workload, mine));
            }
            var parts = new ArrayList<Times>();
            for (var future : threads.invokeAll(calls, 20, TimeUnit.MINUTES)) {
                parts.add(future.get());
            }
            var nanos = parts.stream()
                    .flatMapToLong(part -> Arrays.stream(part.nanos()))
                    .toArray();
            return new Times(nanos, parts.stream().mapToLong(Times::bodyBytes).sum());
        } finally {
            threads.shutdownNow();
        }
    }

    private Times client(Workload workload, List<byte[]> requests) throws IOException {
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
                if (reply.status() != workload.status()
                        || (sampled && !reply.text().contains(workload.says()))) {
                    throw new IOException(workload.name() + " was answered " + reply.status() + " " + reply.text());
                }
            }
        }
        return new Times(nanos, bodyBytes);
    }
}
