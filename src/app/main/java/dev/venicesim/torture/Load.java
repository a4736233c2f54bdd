package dev.venicesim.torture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Load of one key: it queues, polls, completes and consents until its server is gone. */
final class Load implements Runnable {

    private static final String FIVE_SECONDS = "5s";

    private final Client client = new Client();
    private final List<String> origins;
    private final Promises promises;
    private final Random random;
    private final CountDownLatch acknowledged;
    private final AtomicBoolean going;
    private int count;

    /**
     * A load that counts down with each acknowledged job.
     *
     * @param origins the servers that get its requests in turn, as a balancer would share them out
     * @param going whether it goes on
     */
    Load(List<String> origins, Promises promises, long seed, CountDownLatch acknowledged, AtomicBoolean going) {
        this.origins = new ArrayList<>(origins);
        this.promises = promises;
        this.random = new Random(seed);
        this.acknowledged = acknowledged;
        this.going = going;
    }

    @Override
    public void run() {
        try {
            while (going.get() && !origins.isEmpty()) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        try {
            queue();
        } catch (IOException e) {
            // the server that was asked last is gone, as it was meant to be
            origins.remove(origins.size() - 1);
        }
    }

    /** Whose turn it is; the one before has its turn again after all others. */
    private String origin() {
        Collections.rotate(origins, -1);
        return origins.get(origins.size() - 1);
    }

    private void queue() throws IOException, InterruptedException {
        count++;
        var face = "https://example.com/face-" + promises.apiKey() + "-" + count + "-720x720.png";
        var attested = random.nextInt(4) == 0;
        var body = attested ? consenting(face) : plain();
        var queued = client.post(origin() + "/api/v1/video/queue", promises.apiKey(), body);
        promises.request();
        if (queued.status() != 200) {
            throw new IOException("queue was answered " + queued.status() + " " + queued.body());
        }
        var ticket = Json.object();
        ticket.set("model", queued.body().path("model"));
        ticket.set("queue_id", queued.body().path("queue_id"));
        promises.job(ticket.path("queue_id").asText(), ticket.path("model").asText());
        if (attested) {
            promises.consent(face);
        }
        acknowledged.countDown();
        if (random.nextInt(3) == 0) {
            complete(ticket);
        }
    }

    private void complete(ObjectNode ticket) throws IOException, InterruptedException {
        client.post(origin() + "/api/v1/video/retrieve", promises.apiKey(), ticket);
        var completed = client.post(origin() + "/api/v1/video/complete", promises.apiKey(), ticket);
        promises.request();
        if (completed.status() == 200 && completed.body().path("success").asBoolean()) {
            promises.completed(ticket.path("queue_id").asText());
        }
    }

    private static ObjectNode plain() {
        return Json.object()
                .put("model", "wan-2.6-text-to-video")
                .put("prompt", "a gondola")
                .put("duration", FIVE_SECONDS)
                .put("aspect_ratio", "16:9")
                .put("resolution", "720p");
    }

    private static ObjectNode consenting(String face) {
        var body = Json.object()
                .put("model", "seedance-2-0-image-to-video")
                .put("prompt", "a walk by the sea")
                .put("duration", FIVE_SECONDS)
                .put("resolution", "480p")
                .put("image_url", face);
        body.putObject("consents")
                .putObject("seedance")
                .put("confirmed_terms_and_privacy", true)
                .put("confirmed_legal_right", true)
                .put("confirmed_screening_acknowledged", true);
        return body;
    }
}
