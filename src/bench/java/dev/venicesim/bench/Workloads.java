package dev.venicesim.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.venicesim.wallet.SigningWallet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a subject is asked. Only the simulator knows all of it; of the others only the status reply is wanted. */
final class Workloads {

    private static final String KEY = "bench";
    private static final int WORLDS = 1000;
    private static final int WALLETS = 64;
    private static final String ANY_ID = "01a20a65-6723-76ac-96ca-0047bac3e9e5";
    private static final String WAN = "wan-2.6-text-to-video";
    private static final String DECLARATION = "{\"balanceUsd\":\"10\",\"jobTime\":\"polls:2\",\"seed\":7}";
    private static final String VEO =
            "{\"model\":\"veo3.1-fast-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"8s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"SIZE\"}";

    private final Subject subject;
    private final ObjectMapper json = new ObjectMapper();

    private Workloads(Subject subject) {
        this.subject = subject;
    }

    static List<Workload> of(Subject subject, List<String> only) throws Exception {
        return new Workloads(subject).all(only);
    }

    private List<Workload> all(List<String> only) throws Exception {
        var simulator = subject.name().startsWith("simulator");
        var all = new ArrayList<Workload>();
        var ticket = Ask.ticket(WAN, simulator ? queue(KEY, Ask.CLIP) : ANY_ID);
        all.add(Workload.same("status", Ask.post(Ask.RETRIEVE, KEY, ticket), 200, "PROCESSING", 1));
        if (simulator) {
            small(all);
            all.add(Workload.varied("declared", this::declarations, "apiKey", 0.5, 1));
            large(all);
            clips(all);
            all.add(Workload.varied("1000-worlds", this::mixed, "", 1, 1000));
            all.add(Workload.varied("x402-sign-in", this::signIns, "balance", 0.05, 16));
        }
        return all.stream()
                .filter(each -> only.isEmpty() || only.contains(each.name()))
                .toList();
    }

    private static void small(List<Workload> all) {
        all.add(Workload.same("quote", Ask.post(Ask.QUOTE, "", Ask.CLIP), 200, "quote", 1));
        all.add(Workload.same("queue", Ask.post(Ask.QUEUE, KEY, Ask.CLIP), 200, "queue_id", 1));
        all.add(Workload.same(
                "refused-400", Ask.post(Ask.QUEUE, KEY, Ask.CLIP.replace("5s", "7s")), 400, "duration", 0.5));
        all.add(Workload.same("broke-402", Ask.post(Ask.QUEUE, "sk-broke-bench", Ask.CLIP), 402, "balance", 0.5));
        all.add(Workload.same("discovery-402", Ask.post(Ask.QUEUE, "", Ask.CLIP), 402, "authOptions", 0.5));
        all.add(Workload.same("consent-409", Ask.post(Ask.QUEUE, KEY, Ask.FACE), 409, "needs_consent", 0.5));
    }

    /** Worlds that are made anew, as before each test of a suite. */
    private List<byte[]> declarations(int count) throws IOException {
        var worlds = IntStream.range(0, WORLDS)
                .mapToObj(world -> Connection.request(
                        "PUT",
                        "/__sim/worlds/declared-" + world,
                        Ask.headers(""),
                        DECLARATION.getBytes(StandardCharsets.UTF_8)))
                .toList();
        try (var connection = new Connection(subject.port(), 30_000)) {
            for (var first : worlds) {
                connection.send(first);
                connection.skip();
            }
        }
        return IntStream.range(0, count).mapToObj(i -> worlds.get(i % WORLDS)).toList();
    }

    private static void large(List<Workload> all) {
        all.add(Workload.same("queue-1MB", Ask.post(Ask.QUEUE, KEY, Ask.picture(1_000_000, 1)), 200, "queue_id", 0.02));
        all.add(Workload.same(
                "queue-30MB", Ask.post(Ask.QUEUE, KEY, Ask.picture(30_000_000, 1)), 200, "queue_id", 0.001));
    }

    /** The first delivery renders: each time another job, one after the other. A repeated one is of one job. */
    private void clips(List<Workload> all) throws Exception {
        for (var size : List.of("720p", "1080p", "4k")) {
            all.add(Workload.varied("mp4-" + size + "-first", count -> fresh(size, count), "", 0.0005, 1));
            var ready = Ask.ticket("veo3.1-fast-text-to-video", queue(KEY, done(size)));
            var repeated = Workload.same("mp4-" + size, Ask.post(Ask.RETRIEVE, KEY, ready), 200, "", 0.005);
            all.add(repeated);
            var part = Connection.request(
                    "POST",
                    Ask.RETRIEVE,
                    with(Ask.headers(KEY), "Range: bytes=100000-165535"),
                    ready.getBytes(StandardCharsets.UTF_8));
            all.add(Workload.same("mp4-" + size + "-range", part, 206, "", 0.2));
            all.add(Workload.varied("mp4-" + size + "-alone", repeated.source(), "", 0.002, 1));
        }
    }

    private List<byte[]> fresh(String size, int count) throws Exception {
        var requests = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            requests.add(Ask.post(Ask.RETRIEVE, KEY, Ask.ticket("veo3.1-fast-text-to-video", queue(KEY, done(size)))));
        }
        return requests;
    }

    private static String done(String size) {
        return VEO.replace("SIZE", size).replace("a gondola", "a gondola [sim:time=0s]");
    }

    /**
     * Of ten requests six ask for a status, two for a quote, one queues and one asks who it is; each round goes through
     * all worlds again and again.
     */
    private List<byte[]> mixed(int count) throws Exception {
        var tickets = new ArrayList<String>();
        for (int i = 0; i < WORLDS; i++) {
            tickets.add(Ask.ticket(WAN, queue("world-" + i, Ask.CLIP)));
        }
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var world = i % WORLDS;
                    return switch ((i / WORLDS + i) % 10) {
                        case 0, 1, 2, 3, 4, 5 -> Ask.post(Ask.RETRIEVE, "world-" + world, tickets.get(world));
                        case 6, 7 -> Ask.post(Ask.QUOTE, "world-" + world, Ask.CLIP);
                        case 8 -> Ask.post(Ask.QUEUE, "world-" + world, Ask.CLIP);
                        default -> Ask.get("/api/v1/api_keys/rate_limits", "Authorization: Bearer world-" + world);
                    };
                })
                .toList();
    }

    /** Each with a signature of its own, made beforehand. */
    private List<byte[]> signIns(int count) {
        var random = new SecureRandom();
        var wallets = IntStream.range(0, WALLETS)
                .mapToObj(i -> SigningWallet.base(random))
                .toList();
        return IntStream.range(0, count)
                .mapToObj(i -> wallets.get(i % WALLETS))
                .map(wallet -> Ask.get(
                        "/api/v1/x402/balance/" + wallet.address().toLowerCase(Locale.ROOT),
                        "SIGN-IN-WITH-X: " + wallet.signIn("http://127.0.0.1/api/v1", Instant.now())))
                .toList();
    }

    private String queue(String key, String body) throws IOException {
        try (var connection = new Connection(subject.port(), 30_000)) {
            connection.send(Ask.post(Ask.QUEUE, key, body));
            var reply = connection.keep(false);
            if (reply.status() != 200) {
                throw new IOException("queue was answered " + reply.status() + " " + reply.text());
            }
            return json.readTree(reply.body()).path("queue_id").asText();
        }
    }

    private static List<String> with(List<String> headers, String more) {
        var all = new ArrayList<>(headers);
        all.add(more);
        return all;
    }
}
