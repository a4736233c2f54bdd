package dev.venicesim.contract;

import static dev.venicesim.contract.Deviations.body;
import static dev.venicesim.contract.Deviations.duration;
import static dev.venicesim.contract.Deviations.edit;
import static dev.venicesim.contract.Deviations.edited;
import static dev.venicesim.contract.Deviations.flipped;
import static dev.venicesim.contract.Deviations.isVideo;
import static dev.venicesim.contract.Deviations.json;
import static dev.venicesim.contract.Deviations.jsonOn;
import static dev.venicesim.contract.Deviations.lower;
import static dev.venicesim.contract.Deviations.ofVideo;
import static dev.venicesim.contract.Deviations.row;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.Deviations.Row;
import dev.venicesim.contract.Meddler.Reply;
import dev.venicesim.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Deviations in money and videos. */
final class DeviantMoney {

    private static final BigDecimal HUGE = new BigDecimal("1E+300");

    private DeviantMoney() {}

    static List<Row> money() {
        return List.of(
                row("job.", "a job costs a cent more than quoted", () -> {
                    var paid = new AtomicInteger();
                    return (asked, reply) -> {
                        paid.addAndGet(asked.contains("/video/queue") && reply.status() == 200 ? 1 : 0);
                        return paid.get() > 0 && !asked.contains("/video/queue") ? lower(reply, "0.01") : reply;
                    };
                }),
                row("queue. retrieve.", "a refusal costs a cent", () -> {
                    var refused = new AtomicInteger();
                    return (asked, reply) -> {
                        var now = asked.contains("/video/queue") && reply.status() == 400
                                ? refused.getAndIncrement()
                                : refused.get();
                        return lower(reply, new BigDecimal(now).movePointLeft(2).toPlainString());
                    };
                }),
                row(
                        "account.",
                        "the account says another balance than the header",
                        edit("/billing/balance", 200, body -> ((ObjectNode) body.path("balances")).put("usd", 99.99))),
                row(
                        "account.",
                        "the limits say another balance",
                        edit(
                                "/api_keys/rate_limits",
                                200,
                                body -> (body.at("/data/balances") instanceof ObjectNode balances
                                                ? balances
                                                : Json.object())
                                        .put("USD", 1))),
                row(
                        "account.",
                        "an account with money may not consume",
                        edit("/billing/balance", 200, body -> body.put("canConsume", false))),
                row(
                        "job.",
                        "usage lists a cent more",
                        edit(
                                "/billing/usage",
                                200,
                                body -> body.path("data")
                                        .forEach(line -> ((ObjectNode) line)
                                                .put(
                                                        "amount",
                                                        line.path("amount")
                                                                .decimalValue()
                                                                .subtract(new BigDecimal("0.01")))))),
                row(
                        "job.",
                        "usage counts in DIEM",
                        edit(
                                "/billing/usage",
                                200,
                                body -> body.path("data")
                                        .forEach(line -> ((ObjectNode) line).put("currency", "DIEM")))),
                row(
                        "quote.",
                        "a longer video costs no more",
                        edit("/video/quote", 200, body -> body.put("quote", 0.55))),
                row("quote.", "a quote is another each time", () -> {
                    var asked = new AtomicInteger();
                    return edited(
                            "/video/quote",
                            200,
                            body -> body.put(
                                    "quote",
                                    new BigDecimal(body.path("quote").asText())
                                            .add(new BigDecimal(asked.getAndIncrement() % 2).movePointLeft(2))));
                }),
                row("quote.", "a quote is 0", edit("/video/quote", 200, body -> body.put("quote", 0))),
                row(
                                "quote. job.",
                                "a quote is past counting",
                                edit("/video/quote", 200, body -> body.put("quote", HUGE)))
                        .by("quote.number"),
                row(
                                "account.",
                                "a balance is past counting",
                                edit(
                                        "/billing/balance",
                                        200,
                                        body -> ((ObjectNode) body.path("balances")).put("usd", HUGE)))
                        .by("reply.balance"),
                row(
                                "job.",
                                "a job takes past counting",
                                edit("/video/retrieve", 200, body -> body.put("execution_duration", HUGE)))
                        .by("reply.times"),
                row(
                                "job.",
                                "usage counts past counting",
                                edit(
                                        "/billing/usage",
                                        200,
                                        body -> body.path("data")
                                                .forEach(line -> ((ObjectNode) line).put("units", HUGE))))
                        .by("job.usage"),
                sums("byDate", "USD"),
                sums("byModel", "totalUsd"),
                sums("byKey", "totalUsd"),
                row(
                                "job.",
                                "queue answers a list",
                                jsonOn(
                                        "/video/queue",
                                        200,
                                        reply -> body(reply, "[1]".getBytes(StandardCharsets.UTF_8))))
                        .by("job.queue-reply"));
    }

    private static Row sums(String list, String member) {
        return row(
                        "job.",
                        "sums of usage count each job twice " + list,
                        edit(
                                "/billing/usage-analytics",
                                200,
                                body -> body.path(list)
                                        .forEach(entry -> ((ObjectNode) entry)
                                                .put(
                                                        member,
                                                        entry.path(member)
                                                                .decimalValue()
                                                                .multiply(BigDecimal.valueOf(2))))))
                .by("job.usage-sums");
    }

    static List<Row> video() {
        return List.of(
                row(
                        "job.",
                        "a video is cut off",
                        ofVideo(reply -> body(reply, Arrays.copyOf(reply.body(), reply.body().length - 5000)))),
                row(
                        "job.",
                        "a video is a head alone",
                        ofVideo(reply -> body(reply, Arrays.copyOf(reply.body(), 2000)))),
                row(
                        "job.",
                        "bytes follow the video",
                        ofVideo(reply -> body(reply, Arrays.copyOf(reply.body(), reply.body().length + 100)))),
                row(
                        "job.",
                        "a video is a web page",
                        ofVideo(reply ->
                                body(reply, "<html></html>".repeat(10_000).getBytes(StandardCharsets.UTF_8)))),
                row(
                        "job.",
                        "a video has no type",
                        ofVideo(reply -> reply.with("content-type", "application/octet-stream"))),
                row(
                        "job.",
                        "a video is called QuickTime",
                        ofVideo(reply -> reply.with("content-type", "video/quicktime"))),
                row("job.", "a video is another one each time", () -> {
                    var sent = new AtomicInteger();
                    return (asked, reply) ->
                            isVideo(reply) ? body(reply, flipped(reply.body(), sent.getAndIncrement())) : reply;
                }),
                row("job.", "a video's tag is another one each time", () -> {
                    var sent = new AtomicInteger();
                    return (asked, reply) ->
                            isVideo(reply) ? reply.with("etag", "\"" + sent.getAndIncrement() + "\"") : reply;
                }),
                row("job.", "a video is twice as long", ofVideo(reply -> body(reply, duration(reply.body())))),
                row("job.", "the second fetch is not found", () -> {
                    var sent = new AtomicInteger();
                    return (asked, reply) -> isVideo(reply) && sent.getAndIncrement() > 0
                            ? new Reply(404, json(reply), "{\"error\":\"gone\"}".getBytes(StandardCharsets.UTF_8))
                            : reply;
                }),
                row(
                        "job.",
                        "a finished job stays COMPLETED without its video",
                        ofVideo(reply -> new Reply(
                                200,
                                json(reply),
                                "{\"status\":\"COMPLETED\",\"average_execution_time\":5000,\"execution_duration\":5000}"
                                        .getBytes(StandardCharsets.UTF_8)))));
    }
}
