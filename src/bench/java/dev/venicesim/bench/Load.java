package dev.venicesim.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A bounded closed-loop load over keep-alive connections on loopback; every reply's status is checked. */
final class Load {

    private final int port;
    private final int connections;

    Load(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** Latencies in nanoseconds, sorted, and the bytes of all bodies. */
    record Result(long[] nanos, long bodyBytes) {
        long percentileMicros(double share) {
            return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, nanos.length * share)] / 1000;
        }
    }

    Result run(Workload workload, int requests) throws Exception {
        var threads = Executors.newFixedThreadPool(connections);
        try {
            var each = Math.max(1, requests / connections);
            Callable<Result> client = () -> client(workload, each);
            var futures = threads.invokeAll(
                    IntStream.range(0, connections).mapToObj(i -> client).toList(), 10, TimeUnit.MINUTES);
            var parts = new ArrayList<Result>();
            for (var future : futures) {
                parts.add(future.get());
            }
            var nanos = parts.stream().flatMapToLong(part -> Arrays.stream(part.nanos())).sorted().toArray();
            return new Result(nanos, parts.stream().mapToLong(Result::bodyBytes).sum());
        } finally {
            threads.shutdownNow();
        }
    }

    private Result client(Workload workload, int requests) throws IOException {
        var request = workload.bytes("127.0.0.1:" + port);
        var nanos = new long[requests];
        long bodyBytes = 0;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            var in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            for (int i = 0; i < requests; i++) {
                var start = System.nanoTime();
                socket.getOutputStream().write(request);
                bodyBytes += reply(in, workload);
                nanos[i] = System.nanoTime() - start;
            }
        }
        return new Result(nanos, bodyBytes);
    }

    private static long reply(InputStream in, Workload workload) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 " + workload.status())) {
            throw new IOException(workload.name() + " answered " + status + " instead of " + workload.status());
        }
        long length = 0;
        var chunked = false;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            }
            if (header.regionMatches(true, 0, "Transfer-Encoding:", 0, 18)) {
                chunked = true;
            }
        }
        if (chunked) {
            return chunked(in);
        }
        in.skipNBytes(length);
        return length;
    }

    private static long chunked(InputStream in) throws IOException {
        long total = 0;
        while (true) {
            var size = Integer.parseInt(line(in), 16);
            in.skipNBytes(size + 2L);
            total += size;
            if (size == 0) {
                return total;
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        var buffer = new byte[512];
        var size = 0;
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            if (size < buffer.length && next != '\r') {
                buffer[size++] = (byte) next;
            }
        }
        return new String(buffer, 0, size, StandardCharsets.ISO_8859_1);
    }
}
