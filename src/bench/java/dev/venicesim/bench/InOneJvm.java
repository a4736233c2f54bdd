package dev.venicesim.bench;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What simulators cost inside a JVM, as a test suite starts them: the first with its class loading, then 20 to warm up
 * and 40 that are measured. The first is worth a JVM of its own, so run this a few times.
 */
public final class InOneJvm {

    private static final String QUOTE =
            "{\"model\":\"wan-2.6-text-to-video\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";
    private static final int WARM_UP = 20;
    private static final int MEASURED = 40;

    /** Milliseconds to start, from there to the reply to a quote, and to stop. */
    private record Life(double start, double reply, double stop) {}

    private InOneJvm() {}

    public static void main(String[] args) throws IOException {
        var first = live();
        System.out.printf(
                Locale.ROOT,
                "first in its JVM: start %.0f, first reply %.0f, stop %.0f ms%n",
                first.start,
                first.reply,
                first.stop);
        for (int i = 0; i < WARM_UP; i++) {
            live();
        }
        var lives = new ArrayList<Life>();
        for (int i = 0; i < MEASURED; i++) {
            lives.add(live());
        }
        System.out.printf(
                Locale.ROOT,
                "further, medians of %d: start %.1f, first reply %.1f, stop %.1f ms%n",
                MEASURED,
                median(lives, Life::start),
                median(lives, Life::reply),
                median(lives, Life::stop));
    }

    private static Life live() throws IOException {
        var began = System.nanoTime();
        var simulator = Simulator.start(SimulatorConfig.builder().port(0).build());
        var started = System.nanoTime();
        askForAQuote(simulator.port());
        var replied = System.nanoTime();
        simulator.close();
        return new Life(millis(began, started), millis(started, replied), millis(replied, System.nanoTime()));
    }

    /** By a bare socket, so that no client's class loading is counted. */
    private static void askForAQuote(int port) throws IOException {
        var head =
                "POST /api/v1/video/quote HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                        + QUOTE.length() + "\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((head + QUOTE).getBytes(StandardCharsets.US_ASCII));
            var reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!reply.startsWith("HTTP/1.1 200")) {
                throw new IOException(reply);
            }
        }
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }

    private static double median(List<Life> lives, ToDoubleFunction<Life> part) {
        return lives.stream()
                .mapToDouble(part)
                .sorted()
                .skip(lives.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
