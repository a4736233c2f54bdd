package dev.venicesim.contract;

import static dev.venicesim.contract.Deviations.constraints;
import static dev.venicesim.contract.Deviations.data;
import static dev.venicesim.contract.Deviations.edit;
import static dev.venicesim.contract.Deviations.first;
import static dev.venicesim.contract.Deviations.issue;
import static dev.venicesim.contract.Deviations.jsonOn;
import static dev.venicesim.contract.Deviations.on;
import static dev.venicesim.contract.Deviations.row;
import static dev.venicesim.contract.Deviations.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.Deviations.Row;
import dev.venicesim.json.Json;
import java.util.List;

/** Deviations in statuses and bodies. */
final class DeviantBodies {

    private DeviantBodies() {}

    static List<Row> status() {
        return List.of(
                row("queue. rules.", "queue refuses with 200", on("/video/queue", 400, reply -> reply.withStatus(200))),
                row("queue.", "queue refuses with 422", on("/video/queue", 400, reply -> reply.withStatus(422))),
                row("quote.", "quote refuses with 422", on("/video/quote", 400, reply -> reply.withStatus(422))),
                row("retrieve.", "an unknown job is 200", on("/video/retrieve", 404, reply -> reply.withStatus(200))),
                row("retrieve.", "an unknown job is 410", on("/video/retrieve", 404, reply -> reply.withStatus(410))),
                row("queue.", "a bad key is 403", on("/video/queue", 401, reply -> reply.withStatus(403))),
                row("queue.", "nobody is 401", on("/video/queue", 402, reply -> reply.withStatus(401))),
                row("job.", "queue answers 201", on("/video/queue", 200, reply -> reply.withStatus(201))),
                row("job.", "a running job is 202", jsonOn("/video/retrieve", 200, reply -> reply.withStatus(202))),
                row(
                        "models.",
                        "an unknown type of model is 404",
                        on("/models?type=bad", 400, reply -> reply.withStatus(404))),
                row("x402.", "another's balance is 401", on("/x402/balance", 403, reply -> reply.withStatus(401))),
                row("account.", "the balance is 201", on("/billing/balance", 200, reply -> reply.withStatus(201))));
    }

    static List<Row> shape() {
        return List.of(
                row("quote.", "a quote is a text", edit("/video/quote", 200, body -> body.put("quote", "0.55"))),
                row(
                        "quote.",
                        "a quote has a currency of another name",
                        edit("/video/quote", 200, body -> body.set("price", body.remove("quote")))),
                row("quote.", "a refusal has no issues", edit("/video/quote", 400, body -> body.remove("issues"))),
                row("queue.", "details are a list", edit("/video/queue", 400, body -> body.putArray("details"))),
                row(
                        "queue.",
                        "an issue has no path",
                        edit("/video/queue", 400, body -> issue(body).remove("path"))),
                row(
                        "queue.",
                        "an issue's path is a text",
                        edit("/video/queue", 400, body -> issue(body).put("path", "duration"))),
                row(
                        "queue.",
                        "an issue's code is upper case",
                        edit("/video/queue", 400, body -> issue(body).put("code", "INVALID"))),
                row(
                        "queue.",
                        "details are empty",
                        edit(
                                "/video/queue",
                                400,
                                body -> body.replace(
                                        "details",
                                        Json.object()
                                                .set("_errors", Json.mapper().createArrayNode())))),
                row(
                        "queue.",
                        "an enum error lists no options",
                        edit("/video/queue", 400, body -> issue(body).remove("options"))),
                row(
                        "retrieve.",
                        "an error is an object",
                        edit(
                                "/video/retrieve",
                                404,
                                body -> body.putObject("error").put("message", "x"))),
                row(
                        "models.",
                        "a model has no privacy",
                        edit("/models?type=video", 200, body -> spec(body).remove("privacy"))),
                row(
                        "models.",
                        "durations are numbers",
                        edit(
                                "/models?type=video",
                                200,
                                body -> constraints(body).putArray("durations").add(5))),
                row(
                        "models.",
                        "audio is a text",
                        edit(
                                "/models?type=video",
                                200,
                                body -> constraints(body).put("audio", "true"))),
                row(
                        "models.",
                        "a model has no owner",
                        edit("/models?type=video", 200, body -> first(body).remove("owned_by"))),
                row(
                        "models.",
                        "traits are an object",
                        edit("/models?type=video", 200, body -> spec(body).putObject("traits"))),
                row(
                        "models.",
                        "created is in milliseconds",
                        edit(
                                "/models?type=video",
                                200,
                                body -> first(body)
                                        .put(
                                                "created",
                                                first(body).path("created").asLong() * 1000))),
                row(
                        "models.",
                        "two models have one id",
                        edit(
                                "/models?type=video",
                                200,
                                body -> body.withArray("data").add(first(body).deepCopy()))),
                row(
                        "models.",
                        "the list is called models",
                        edit("/models?type=video", 200, body -> body.put("object", "models"))),
                row(
                        "job.",
                        "queue answers more than is listed",
                        edit("/video/queue", 200, body -> body.put("status", "QUEUED"))),
                row("job.", "the queue id is a number", edit("/video/queue", 200, body -> body.put("queue_id", 7))),
                row("job.", "queue names another model", edit("/video/queue", 200, body -> body.put("model", "wan"))),
                row(
                        "job.",
                        "the status is in lower case",
                        edit("/video/retrieve", 200, body -> body.put("status", "processing"))),
                row(
                        "job.",
                        "times are texts",
                        edit("/video/retrieve", 200, body -> body.put("average_execution_time", "5000"))),
                row("job.", "times are in seconds", edit("/video/retrieve", 200, body -> {
                    body.put(
                            "average_execution_time",
                            body.path("average_execution_time").asLong() / 1000);
                    body.put(
                            "execution_duration",
                            body.path("execution_duration").asLong() / 1000);
                })),
                row(
                        "job.",
                        "the time of a job stands still",
                        edit("/video/retrieve", 200, body -> body.put("execution_duration", 0))),
                row(
                        "job.",
                        "complete answers a text",
                        edit("/video/complete", 200, body -> body.put("success", "true"))),
                row(
                        "account.",
                        "balances are texts",
                        edit("/billing/balance", 200, body -> ((ObjectNode) body.path("balances")).put("usd", "100"))),
                row(
                        "account.",
                        "the next epoch is a number",
                        edit("/api_keys/rate_limits", 200, body -> data(body).put("nextEpochBegins", 5))),
                row(
                        "account.",
                        "the next epoch is today's",
                        edit(
                                "/api_keys/rate_limits",
                                200,
                                body -> data(body).put("nextEpochBegins", "2026-11-23T00:00:00.000Z"))),
                row(
                        "account.",
                        "analytics lack a list",
                        edit("/billing/usage-analytics", 200, body -> body.remove("byModel"))),
                row(
                        "x402.",
                        "a wallet's balance is a text",
                        edit("/x402/balance", 200, body -> ((ObjectNode) body.path("data")).put("balanceUsd", "0"))),
                row(
                        "x402.",
                        "a wallet's minimum is another",
                        edit("/x402/balance", 200, body -> ((ObjectNode) body.path("data")).put("minimumTopUpUsd", 1))),
                row(
                        "x402.",
                        "a balance is of another wallet",
                        edit(
                                "/x402/balance",
                                200,
                                body -> ((ObjectNode) body.path("data"))
                                        .put("walletAddress", "0x00000000000000000000000000000000000000a1"))));
    }
}
