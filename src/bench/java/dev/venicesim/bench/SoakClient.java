package dev.venicesim.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.venicesim.bench.Connection.Reply;
import dev.venicesim.wallet.SigningWallet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * One client of the soak: goes through one flow after another, under a key that it changes now and then. Every reply,
 * good or bad, is tallied by flow and status.
 */
final class SoakClient {

    private static final int PATIENCE_MILLIS = 4_000;
    private static final int FLOWS_PER_KEY = 100;
    private static final String BASE_URL = "http://127.0.0.1/api/v1";

    private final int port;
    private final Pacer pacer;
    private final Map<String, LongAdder> counters;
    private final Random random;
    private final ObjectMapper json = new ObjectMapper();
    private String key = "";
    private int flows;

    SoakClient(int port, Pacer pacer, Map<String, LongAdder> counters, long seed) {
        this.port = port;
        this.pacer = pacer;
        this.counters = counters;
        this.random = new Random(seed);
    }

    /** A whole conversation; a broken connection ends it, as it would a real one. */
    void flow() throws Exception {
        if (flows++ % FLOWS_PER_KEY == 0) {
            key = "soak-" + Long.toHexString(random.nextLong());
        }
        var dice = random.nextInt(100);
        try (var connection = new Connection(port, PATIENCE_MILLIS)) {
            if (dice < 50) {
                video(connection);
            } else if (dice < 62) {
                link(connection);
            } else if (dice < 68) {
                upload(connection);
            } else if (dice < 76) {
                consent(connection);
            } else if (dice < 84) {
                refusals(connection);
            } else if (dice < 90) {
                wallet(connection);
            } else if (dice < 94) {
                limits(connection);
            } else {
                vanish(connection);
            }
        } catch (IOException e) {
            count("connection", String.valueOf(e.getMessage()).contains("timed out") ? "timed out" : "broken");
        }
    }

    private void video(Connection connection) throws Exception {
        post(connection, "quote", Ask.QUOTE, "", Ask.CLIP);
        var job = queue(connection, Ask.CLIP);
        if (!job.isEmpty()) {
            poll(connection, job);
            post(connection, "complete", Ask.COMPLETE, key, job);
        }
    }

    private void link(Connection connection) throws Exception {
        var reply = json(post(connection, "queue", Ask.QUEUE, key, Ask.LINKED));
        if (reply.path("download_url").asText().isEmpty()) {
            return;
        }
        var path = URI.create(reply.path("download_url").asText()).getRawPath();
        for (int i = 0; i < 8 && send(connection, "link", Ask.get(path)).status() == 404; i++) {
            TimeUnit.MILLISECONDS.sleep(400);
        }
        send(connection, "link range", Ask.get(path, "Range: bytes=1000-60000"));
        send(connection, "link delete", Connection.request("DELETE", path, List.of(), new byte[0]));
        send(connection, "link gone", Ask.get(path));
    }

    private void upload(Connection connection) throws Exception {
        var job = queue(connection, Ask.picture(400_000 << random.nextInt(3), random.nextInt()));
        if (!job.isEmpty()) {
            poll(connection, job);
        }
    }

    private void consent(Connection connection) throws Exception {
        var face = Ask.FACE.replace("face-1280", "face-" + random.nextInt() + "-1280");
        post(connection, "consent", Ask.QUEUE, key, face);
        var attested = face.replace(
                "{\"model\"",
                "{\"consents\":{\"seedance\":{\"confirmed_terms_and_privacy\":true,\"confirmed_legal_right\":true,\"confirmed_screening_acknowledged\":true}},\"model\"");
        queue(connection, attested);
        queue(connection, face);
    }

    private void refusals(Connection connection) throws Exception {
        post(connection, "broke", Ask.QUEUE, "sk-broke-" + key, Ask.CLIP);
        post(connection, "bad key", Ask.QUEUE, "bad-" + key, Ask.CLIP);
        post(connection, "invalid", Ask.QUEUE, key, Ask.CLIP.replace("5s", "7s"));
        post(connection, "not json", Ask.QUEUE, key, "{\"model\":");
        post(
                connection,
                "unknown job",
                Ask.RETRIEVE,
                key,
                Ask.ticket("wan-2.6-text-to-video", "none-" + random.nextInt()));
    }

    private void wallet(Connection connection) throws Exception {
        var wallet = SigningWallet.base(new SecureRandom());
        post(connection, "wallet poor", Ask.QUEUE, wallet, Ask.CLIP);
        var terms = json(
                send(connection, "terms", Connection.request("POST", "/api/v1/x402/top-up", List.of(), new byte[0])));
        var payment = "PAYMENT-SIGNATURE: " + wallet.pay(terms.path("accepts"), 5_000_000, Instant.now());
        send(connection, "top-up", Connection.request("POST", "/api/v1/x402/top-up", List.of(payment), new byte[0]));
        var queued = json(post(connection, "wallet queue", Ask.QUEUE, wallet, Ask.CLIP));
        var ticket = Ask.ticket(
                queued.path("model").asText(), queued.path("queue_id").asText());
        post(connection, "wallet retrieve", Ask.RETRIEVE, wallet, ticket);
    }

    private Reply post(Connection connection, String step, String path, SigningWallet wallet, String body)
            throws IOException {
        var headers =
                List.of("Content-Type: application/json", "SIGN-IN-WITH-X: " + wallet.signIn(BASE_URL, Instant.now()));
        return send(connection, step, Connection.request("POST", path, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** A declared world with tight limits, hammered, looked into and deleted. */
    private void limits(Connection connection) throws Exception {
        var declared = json(post(
                connection,
                "declare",
                "/__sim/worlds",
                "",
                "{\"scenario\":\"rate-limited\",\"clock\":{\"frozen\":true}}"));
        var world = declared.path("id").asText();
        for (int i = 0; i < 6; i++) {
            post(connection, "limited", Ask.QUEUE, declared.path("apiKey").asText(), Ask.CLIP);
        }
        send(connection, "journal", Ask.get("/__sim/worlds/" + world + "/requests"));
        send(connection, "findings", Ask.get("/__sim/worlds/" + world + "/findings"));
        send(
                connection,
                "delete world",
                Connection.request("DELETE", "/__sim/worlds/" + world, List.of(), new byte[0]));
    }

    /** Goes away in the middle of a body, or of a reply. */
    private void vanish(Connection connection) throws Exception {
        pacer.await();
        var request = Ask.post(Ask.QUEUE, key, Ask.picture(400_000, random.nextInt()));
        connection.send(random.nextBoolean() ? request : Arrays.copyOf(request, 100 + random.nextInt(200_000)));
        count("vanish", "sent");
    }

    /** The ticket of an accepted job, or nothing. */
    private String queue(Connection connection, String body) throws IOException {
        var reply = json(post(connection, "queue", Ask.QUEUE, key, body));
        return reply.has("queue_id")
                ? Ask.ticket(
                        reply.path("model").asText(), reply.path("queue_id").asText())
                : "";
    }

    private void poll(Connection connection, String ticket) throws Exception {
        for (int i = 0; i < 8; i++) {
            var reply = post(connection, "retrieve", Ask.RETRIEVE, key, ticket);
            if (reply.status() != 503 && !reply.text().contains("PROCESSING")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(400));
        }
    }

    private Reply post(Connection connection, String step, String path, String by, String body) throws IOException {
        return send(connection, step, Ask.post(path, by, body));
    }

    private Reply send(Connection connection, String step, byte[] request) throws IOException {
        pacer.await();
        connection.send(request);
        var reply = connection.keep(false);
        count(step, Integer.toString(reply.status()));
        return reply;
    }

    private JsonNode json(Reply reply) {
        try {
            return json.readTree(reply.body());
        } catch (IOException e) {
            count("body", "no JSON");
            return json.createObjectNode();
        }
    }

    private void count(String step, String result) {
        counters.computeIfAbsent(step + " " + result, name -> new LongAdder()).increment();
    }

    static List<String> lines(Map<String, LongAdder> counters) {
        var lines = new ArrayList<String>();
        counters.forEach((what, times) -> lines.add(what + " x " + times.sum()));
        return lines;
    }
}
