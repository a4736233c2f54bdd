package dev.venicesim.contract;

import static dev.venicesim.contract.Deviations.edited;
import static dev.venicesim.contract.Deviations.isVideo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.Meddler.Change;
import dev.venicesim.contract.Meddler.Reply;
import dev.venicesim.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Values that a target may have although the simulator has others. A row makes its change anew for each run. */
final class LegalTargets {

    private static final String USD = "x-venice-balance-usd";

    /** A target, and what it does that is legal. */
    record Row(String says, Supplier<Change> change) {
        @Override
        public String toString() {
            return says;
        }
    }

    private LegalTargets() {}

    static List<Row> all() {
        return List.of(
                new Row("whose account is topped up during the run", LegalTargets::toppedUp),
                row("whose balances are null where the file lets them be", LegalTargets::withoutBalances),
                row("whose account pays in DIEM", LegalTargets::inDiem),
                row(
                        "whose refusal has details and no issues",
                        edited("/video/transcriptions", 400, body -> body.putArray("issues"))),
                row(
                        "whose refusal has issues and no details",
                        edited("/video/transcriptions", 400, body -> body.remove("details"))),
                row("whose floor leaves out its minimum and orders its lists", LegalTargets::otherFloor),
                row("whose terms of a top-up name no coin", LegalTargets::namelessCoin),
                row("whose account has limits of its own, told before they fall", LegalTargets::otherTier),
                new Row("that runs two releases side by side", () -> {
                    var replies = new AtomicInteger();
                    return (asked, reply) ->
                            reply.with("x-venice-version", "20260821.19353" + replies.getAndIncrement() % 2);
                }),
                row("whose download links refuse with pages", LegalTargets::pages),
                new Row("whose download links know no HEAD and no ranges", LegalTargets::simpleLinks),
                new Row("whose link is forbidden before there is a video", () -> {
                    var isDone = new AtomicBoolean();
                    return (asked, reply) -> {
                        isDone.compareAndSet(
                                false, !isVideo(reply) && reply.text().contains("\"COMPLETED\""));
                        return asked.contains("GET /v1/share") && !isDone.get() ? reply.withStatus(403) : reply;
                    };
                }));
    }

    private static Row row(String says, Change change) {
        return new Row(says, () -> change);
    }

    private static Change toppedUp() {
        var replies = new AtomicInteger();
        return (asked, reply) -> {
            var more = replies.incrementAndGet() < 40 ? "0" : "7.5";
            var header = reply.headers().containsKey(USD)
                    ? reply.with(
                            USD,
                            new BigDecimal(reply.headers().get(USD))
                                    .add(new BigDecimal(more))
                                    .toPlainString())
                    : reply;
            return balances(
                    asked.line(),
                    header,
                    told -> told.isNumber() ? told.decimalValue().add(new BigDecimal(more)) : null);
        };
    }

    private static Reply withoutBalances(Meddler.Asked asked, Reply reply) {
        return balances(asked.line(), reply, told -> null);
    }

    private static Reply inDiem(Meddler.Asked asked, Reply reply) {
        var told = reply.headers().containsKey(USD)
                ? reply.with(USD, "100.00").with("x-venice-balance-diem", "50.00")
                : reply;
        if (asked.contains("/billing/usage") && reply.status() == 200) {
            return told.replacing("\"currency\":\"USD\"", "\"currency\":\"DIEM\"");
        }
        return balances(asked.line(), told, usd -> new BigDecimal("100"));
    }

    /** The balances that the account reads about itself. */
    private static Reply balances(String line, Reply reply, Function<JsonNode, BigDecimal> usd) {
        if (reply.status() != 200 || !line.matches(".*/(billing/balance|api_keys/rate_limits)")) {
            return reply;
        }
        var body = object(reply);
        if (body.path("balances") instanceof ObjectNode balances) {
            balances.put("usd", usd.apply(balances.path("usd")));
        }
        if (body.at("/data/balances") instanceof ObjectNode balances) {
            var told = usd.apply(balances.path("USD"));
            balances.remove("USD");
            if (told != null) {
                balances.put("USD", told);
            }
        }
        return Deviations.body(reply, Json.bytes(body));
    }

    private static Reply otherFloor(Meddler.Asked asked, Reply reply) {
        if (reply.status() != 402 || !reply.text().contains("topUpInstructions")) {
            return reply;
        }
        var body = object(reply);
        body.remove("minimumBalanceUsd");
        body.put("suggestedTopUpUsd", new BigDecimal("10.00"));
        var chains = body.withArray("supportedChains");
        chains.insert(0, chains.remove(1));
        return Deviations.body(reply, Json.bytes(body));
    }

    private static Reply namelessCoin(Meddler.Asked asked, Reply reply) {
        return Deviations.both("/x402/top-up", body -> {
                    var accepts = (ArrayNode) body.path("accepts");
                    accepts.forEach(terms -> ((ObjectNode) terms).remove("extra"));
                    accepts.insert(0, accepts.remove(1));
                })
                .apply(asked, reply);
    }

    private static Reply otherTier(Meddler.Asked asked, Reply reply) {
        if (asked.contains("/api_keys/rate_limits") && reply.status() == 200) {
            return reply.replacing("\"amount\":40", "\"amount\":500").replacing("\"amount\":120", "\"amount\":500");
        }
        var left = reply.headers().get("x-ratelimit-remaining-requests");
        var limit = reply.headers().get("x-ratelimit-limit-requests");
        if (left == null || limit == null) {
            return reply;
        }
        var before = Integer.parseInt(left) + 1 + 500 - Integer.parseInt(limit);
        return reply.with("x-ratelimit-limit-requests", "500")
                .with("x-ratelimit-remaining-requests", Integer.toString(before));
    }

    private static Reply pages(Meddler.Asked asked, Reply reply) {
        return asked.contains("/v1/share") && reply.status() >= 400
                ? Deviations.body(reply, "<html><body>Not here</body></html>".getBytes(StandardCharsets.UTF_8))
                        .with("content-type", "text/html")
                : reply;
    }

    private static Change simpleLinks() {
        var videos = new ConcurrentHashMap<String, Reply>();
        return (asked, reply) -> {
            if (asked.contains("HEAD /v1/share")) {
                return new Reply(403, reply.headers(), new byte[0]);
            }
            if (asked.contains("GET /v1/share") && isVideo(reply) && reply.status() == 200) {
                videos.put("whole", reply);
            }
            return reply.status() == 206 || reply.status() == 416 ? videos.getOrDefault("whole", reply) : reply;
        };
    }

    private static ObjectNode object(Reply reply) {
        return (ObjectNode) Json.trusted(reply.body());
    }
}
