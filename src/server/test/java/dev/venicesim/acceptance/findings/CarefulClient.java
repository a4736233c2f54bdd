package dev.venicesim.acceptance.findings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.acceptance.SkippedTime;
import dev.venicesim.acceptance.findings.CarefulKind.Habit;
import dev.venicesim.json.Json;
import dev.venicesim.wallet.SigningWallet;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Client that does all that the API's documents ask for: it waits as it is told, retries what may be retried, stops where
 * nothing more will come, and fetches what it has paid for.
 */
final class CarefulClient {

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofMinutes(30);
    private static final int TRIES = 6;

    private final Sim sim;
    private final SkippedTime time;
    private final CarefulKind kind;
    private final String apiKey;
    private final Optional<SigningWallet> wallet;

    /** Which of its programs is at work. */
    private String part = "web";

    CarefulClient(Sim sim, SkippedTime time, CarefulKind kind, String apiKey, Optional<SigningWallet> wallet) {
        this.sim = sim;
        this.time = time;
        this.kind = kind;
        this.apiKey = apiKey;
        this.wallet = wallet;
    }

    /** Makes one video, or finds out that there will be none. */
    void run() {
        if (kind.has(Habit.PREFLIGHTS)) {
            program("").with("Origin", "https://app.example").send("OPTIONS", "/video/queue", new byte[0]);
        }
        var body = new CarefulOrder(kind, program("").get("/models?type=video").json()).body();
        readBalance();
        quote(body);
        var queued = queue(body);
        queued.ifPresent(reply -> fetch(reply.json()));
        readBalance();
    }

    private void readBalance() {
        if (kind.has(Habit.READS_BALANCE)) {
            call(api -> wallet.map(mine -> api.get("/x402/balance/" + mine.address()))
                    .orElseGet(() -> api.get("/billing/balance")));
        }
    }

    private void quote(ObjectNode body) {
        if (kind.has(Habit.QUOTES)) {
            call(api -> api.post("/video/quote", body.toString()));
        }
        if (kind.has(Habit.QUOTES_WITHOUT_KEY)) {
            program("").post("/video/quote", body.toString());
        }
    }

    /** The reply of an accepted order; a lost reply is looked up and not ordered again. */
    private Optional<Http.Answer> queue(ObjectNode body) {
        var sent = body;
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var order = sent.toString();
            var reply = call(api -> api.post("/video/queue", order));
            if (reply.isEmpty()) {
                call(api -> api.get(wallet.map(mine -> "/x402/transactions/" + mine.address())
                        .orElse("/billing/usage-history")));
                return Optional.empty();
            }
            if (reply.get().status() == 200) {
                return reply;
            }
            if (reply.get().status() == 402 && wallet.isPresent()) {
                topUp();
            } else if (reply.get().status() == 409) {
                sent = CarefulOrder.consenting(body);
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void topUp() {
        var terms = program("").post("/x402/top-up", "").json().path("accepts");
        var payment = wallet.orElseThrow().pay(terms, 10_000_000, time.now());
        program("")
                .with(kind.has(Habit.OLD_HEADERS) ? "X-402-Payment" : "PAYMENT-SIGNATURE", payment)
                .send("POST", "/x402/top-up", new byte[0]);
    }

    private void fetch(JsonNode queued) {
        part = "worker";
        var link = queued.path("download_url").asText();
        var ticket = Json.object()
                .put("model", queued.path("model").asText())
                .put("queue_id", queued.path("queue_id").asText());
        if (kind.has(Habit.DELETES)) {
            ticket.put("delete_media_on_completion", true);
        }
        var until = time.now().plus(DEADLINE);
        while (time.now().isBefore(until)) {
            var reply = call(api -> api.post("/video/retrieve", ticket.toString()));
            if (reply.isPresent() && isVideo(reply.get())) {
                complete(ticket);
                return;
            }
            if (reply.isPresent() && isEnd(reply.get(), link)) {
                return;
            }
            time.pass(POLL);
        }
    }

    private static boolean isVideo(Http.Answer reply) {
        return reply.header("Content-Type").equals("video/mp4");
    }

    private boolean isEnd(Http.Answer reply, String link) {
        if (reply.status() == 200 && reply.text().contains("COMPLETED")) {
            new CarefulDownload(kind, new Http(link).with("User-Agent", kind.name())).run();
            return true;
        }
        return reply.status() != 200 && reply.status() != 502;
    }

    private void complete(ObjectNode ticket) {
        if (kind.has(Habit.COMPLETES)) {
            call(api -> api.post("/video/complete", ticket.toString()));
        }
    }

    /** One call, sent again as long as its reply says when to come back; empty if there was no reply. */
    private Optional<Http.Answer> call(Function<Http, Http.Answer> call) {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            try {
                var reply = call.apply(signed());
                if (reply.status() != 429 && reply.status() != 503) {
                    return Optional.of(reply);
                }
                time.pass(pause(reply));
            } catch (UncheckedIOException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** How long a reply asks for; the pace of polls if it names no time. */
    private Duration pause(Http.Answer reply) {
        if (!reply.header("Retry-After").isEmpty()) {
            return Duration.ofSeconds(Long.parseLong(reply.header("Retry-After")));
        }
        if (reply.text().contains("Please wait")) {
            return Duration.ofSeconds(31);
        }
        var reset = reply.header("x-ratelimit-reset-requests");
        if (reply.status() != 429 || reset.isEmpty()) {
            return POLL;
        }
        var until = reset.length() > 11
                ? Instant.ofEpochMilli(Long.parseLong(reset))
                : Instant.ofEpochSecond(Long.parseLong(reset));
        var left = Duration.between(time.now(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Http signed() {
        var api = program(kind.has(Habit.WORKER) ? "-" + part : "");
        if (wallet.isEmpty()) {
            return api.with("Authorization", "Bearer " + apiKey);
        }
        var header = kind.has(Habit.OLD_HEADERS) ? "X-Sign-In-With-X" : "SIGN-IN-WITH-X";
        return api.with(header, wallet.get().signIn(sim.simulator().baseUrl(), time.now()));
    }

    private Http program(String suffix) {
        return sim.api().with("User-Agent", kind.name() + suffix);
    }
}
