package dev.venicesim.contract;

import static dev.venicesim.contract.Deviations.edit;
import static dev.venicesim.contract.Deviations.keyed;
import static dev.venicesim.contract.Deviations.on;
import static dev.venicesim.contract.Deviations.row;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.Deviations.Row;
import dev.venicesim.contract.Meddler.Change;
import java.util.List;

/** Deviations in headers. */
final class DeviantHeaders {

    private DeviantHeaders() {}

    static List<Row> headers() {
        return List.of(
                row(
                        "quote.",
                        "JSON is called text",
                        on("/video/quote", 200, reply -> reply.with("content-type", "text/plain; charset=utf-8"))),
                row(
                        "queue.",
                        "JSON is in Latin 1",
                        on(
                                "/video/queue",
                                400,
                                reply -> reply.with("content-type", "application/json; charset=iso-8859-1"))),
                row(
                        "queue.",
                        "errors are of problem+json",
                        on("/video/queue", 400, reply -> reply.with("content-type", "application/problem+json"))),
                row(
                        "quote.",
                        "gzip is declared and not sent",
                        on("/video/quote", 200, reply -> reply.with("content-encoding", "gzip"))),
                row(
                        "models.",
                        "br is declared and not sent",
                        on("/models/traits", 200, reply -> reply.with("content-encoding", "br"))),
                row(
                        "quote.",
                        "no CORS on a quote",
                        on("/video/quote", 200, reply -> reply.without("access-control-allow-origin"))),
                row(
                        "queue.",
                        "no CORS on a refusal",
                        on("/video/queue", 400, reply -> reply.without("access-control-allow-origin"))),
                row(
                        "queue.",
                        "CORS for one origin",
                        on(
                                "/video/queue",
                                402,
                                reply -> reply.with("access-control-allow-origin", "https://venice.ai"))),
                row(
                        "quote.",
                        "headers are not exposed",
                        on("/video/quote", 200, reply -> reply.without("access-control-expose-headers"))),
                row("transport.", "a preflight is refused", on("OPTIONS", 204, reply -> reply.withStatus(405))),
                row(
                        "transport.",
                        "a preflight allows no authorization",
                        on("OPTIONS", 204, reply -> reply.with("access-control-allow-headers", "content-type"))),
                row("queue.", "no ray on a refusal", on("/video/queue", 400, reply -> reply.without("cf-ray"))),
                row(
                        "quote.",
                        "the ray never changes",
                        on("/video/quote", 200, reply -> reply.with("cf-ray", "8c157675cb208f9e-SIM"))),
                row(
                        "queue.",
                        "no version on a refusal",
                        on("/video/queue", 400, reply -> reply.without("x-venice-version"))),
                row(
                        "account.",
                        "the version is a number of releases",
                        on("/billing/balance", 200, reply -> reply.with("x-venice-version", "1.2.3"))),
                row(
                        "quote.",
                        "the model's header names another",
                        on("/video/quote", 200, reply -> reply.with("x-venice-model-id", "wan"))),
                row(
                        "quote.",
                        "the model's name is its id",
                        on("/video/quote", 200, reply -> reply.with("x-venice-model-name", "wan-2-6"))),
                row(
                        "quote.",
                        "no router is named",
                        on("/video/quote", 200, reply -> reply.without("x-venice-model-router"))),
                row(
                        "job.",
                        "no model on retrieve",
                        on("/video/retrieve", 200, reply -> reply.without("x-venice-model-id"))),
                row(
                        "account.",
                        "no balance on the account",
                        on("/billing/balance", 200, reply -> reply.without("x-venice-balance-usd"))),
                row(
                        "queue.",
                        "the balance has a sign of dollars",
                        keyed("/video/queue", reply -> reply.with("x-venice-balance-usd", "$100.00"))),
                row(
                        "retrieve.",
                        "no DIEM balance",
                        keyed("/video/retrieve", reply -> reply.without("x-venice-balance-diem"))),
                row(
                        "quote.",
                        "a stranger is told a balance",
                        on("/video/quote", 200, reply -> reply.with("x-venice-balance-usd", "5"))));
    }

    static List<Row> limits() {
        return List.of(
                row(
                                "queue. account.",
                                "another limit of queue than the key reads about itself",
                                reading(
                                        40,
                                        keyed("/video/queue", reply -> reply.with("x-ratelimit-limit-requests", "60"))))
                        .by("reply.limits"),
                row(
                                "queue.",
                                "a limit of nothing",
                                keyed("/video/queue", reply -> reply.with("x-ratelimit-limit-requests", "0")))
                        .by("reply.limits"),
                row(
                        "retrieve. job.",
                        "the limit is a text",
                        keyed("/video/retrieve", reply -> reply.with("x-ratelimit-limit-requests", "many"))),
                row(
                        "queue.",
                        "what is left never falls",
                        keyed("/video/queue", reply -> reply.with("x-ratelimit-remaining-requests", "39"))),
                row(
                        "queue.",
                        "more is left than there is",
                        keyed("/video/queue", reply -> reply.with("x-ratelimit-remaining-requests", "41"))),
                row(
                        "retrieve. headers.",
                        "the reset is in milliseconds",
                        keyed(
                                "/video/retrieve",
                                reply -> reply.headers().containsKey("x-ratelimit-reset-requests")
                                        ? reply.with(
                                                "x-ratelimit-reset-requests",
                                                reply.headers().get("x-ratelimit-reset-requests") + "000")
                                        : reply)),
                row(
                        "queue.",
                        "the reset is a span",
                        keyed("/video/queue", reply -> reply.with("x-ratelimit-reset-requests", "60"))),
                row(
                        "queue.",
                        "the reset is a day ahead",
                        keyed(
                                "/video/queue",
                                reply -> reply.with(
                                        "x-ratelimit-reset-requests",
                                        Long.toString(Long.parseLong(
                                                        reply.headers().getOrDefault("x-ratelimit-reset-requests", "0"))
                                                + 86400)))),
                row(
                        "queue. retrieve.",
                        "queue tells of no limits",
                        keyed("/video/queue", reply -> reply.without("x-ratelimit-limit-requests"))),
                row(
                        "retrieve.",
                        "the tokens' reset is in milliseconds",
                        keyed("/video/retrieve", reply -> reply.with("x-ratelimit-reset-tokens", "60000"))),
                row(
                        "queue.",
                        "limits are of an unknown kind",
                        keyed("/video/queue", reply -> reply.with("x-ratelimit-type", "ip"))));
    }

    /** A key that reads so many requests a minute about itself, for every model. */
    private static Change reading(int amount, Change change) {
        var read = edit(
                "/api_keys/rate_limits",
                200,
                body -> body.at("/data/rateLimits")
                        .forEach(row -> ((ObjectNode) row)
                                .putArray("rateLimits")
                                .addObject()
                                .put("amount", amount)
                                .put("type", "RPM")));
        return (asked, reply) -> change.apply(asked, read.apply(asked, reply));
    }
}
