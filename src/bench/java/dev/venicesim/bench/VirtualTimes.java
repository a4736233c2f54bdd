package dev.venicesim.bench;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.kit.client.VeniceWorld;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/**
 * What ten minutes of a client's waiting take in real time where it waits by the world's clock: a job of 600 s polled
 * every five, a 503 whose {@code Retry-After} is waited for, a link that expires, and a job that fails and is refunded.
 */
public final class VirtualTimes {

    private static final int ROUNDS = 40;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ORDER =
            "{\"model\":\"%s\",\"prompt\":\"a gondola%s\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";
    private static final String BUSY =
            "jobTime: 10m\nfaults: [{ on: retrieve, nth: 7, respond: { status: 503, headers: { Retry-After: '30' } } }]";

    private VirtualTimes() {}

    public static void main(String[] args) throws Exception {
        try (var simulator = Simulator.start(SimulatorConfig.builder().port(0).build())) {
            var millis = new ArrayList<Double>();
            for (var round = 0; round < ROUNDS; round++) {
                var began = System.nanoTime();
                live(simulator.newWorld());
                millis.add((System.nanoTime() - began) / 1e6);
            }
            System.out.printf(
                    Locale.ROOT,
                    "first in its JVM %.0f ms, second %.0f, third %.0f, median of the last %d: %.0f ms%n",
                    millis.get(0),
                    millis.get(1),
                    millis.get(2),
                    ROUNDS / 2,
                    millis.subList(ROUNDS / 2, ROUNDS).stream()
                            .sorted()
                            .toList()
                            .get(ROUNDS / 4));
        }
    }

    private static void live(VeniceWorld world) throws IOException, InterruptedException {
        world.scenario(BUSY);
        var began = world.clock().now();
        require(poll(world, order("wan-2.6-text-to-video", "")) == 200, "the video");
        var waited = Duration.between(began, world.clock().now());
        require(waited.compareTo(Duration.ofMinutes(10)) >= 0, "ten minutes, not " + waited);
        var queued = post(world, "/video/queue", order("grok-imagine-text-to-video-private", ""));
        var link = new String(queued.body()).replaceFirst("(?s).*\"download_url\":\"([^\"]+)\".*", "$1");
        world.clock().sleeper().sleep(Duration.ofHours(25));
        var old = HTTP.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.discarding());
        require(old.statusCode() == 410, "a link that is over");
        require(poll(world, order("wan-2.6-text-to-video", " [sim:refused]")) == 422, "a refusal");
    }

    private static int poll(VeniceWorld world, String order) throws IOException, InterruptedException {
        var sleeper = world.clock().sleeper();
        var ticket = new String(post(world, "/video/queue", order).body());
        while (true) {
            var reply = post(world, "/video/retrieve", ticket);
            var type = reply.headers().firstValue("Content-Type").orElse("");
            if (reply.statusCode() == 503) {
                sleeper.sleep(Duration.ofSeconds(
                        reply.headers().firstValueAsLong("Retry-After").orElseThrow()));
            } else if (reply.statusCode() != 200 || type.equals("video/mp4")) {
                return reply.statusCode();
            } else {
                sleeper.sleep(Duration.ofSeconds(5));
            }
        }
    }

    private static String order(String model, String more) {
        return String.format(ORDER, model, more);
    }

    private static HttpResponse<byte[]> post(VeniceWorld world, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(world.baseUrl() + path))
                .header("Authorization", "Bearer " + world.apiKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void require(boolean held, String what) {
        if (!held) {
            throw new IllegalStateException("no " + what);
        }
    }
}
