package dev.venicesim.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Operation;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.UnsentRequest;
import dev.venicesim.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Call that tells what a request would be answered, and what it would cost and change. */
final class TryCalls {

    private static final Set<String> FIELDS = Set.of("method", "path", "body", "edition");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "DELETE", "OPTIONS", "PUT", "PATCH");

    private final Trials trials;

    TryCalls(ControlContext context) {
        this.trials = context.live().trials();
    }

    Reply answer(World world, Request request) {
        var body = ControlBody.of(request).knowing(FIELDS);
        var edition = body.text("edition").map(DeclarationReader::edition);
        var tried = trials.run(world, request(world, request, body), edition);
        return new Reply.Later(tried.thenApply(outcome -> Reply.json(200, json(outcome))));
    }

    private static UnsentRequest request(World world, Request asked, ControlBody body) {
        var method = body.text("method").orElse("POST");
        if (!METHODS.contains(method)) {
            throw ProblemException.badRequest("method is POST, GET or another one of HTTP, not \"" + method + "\"");
        }
        var path = path(body.text("path").orElse(""));
        var key = world.settings()
                .apiKey()
                .orElseThrow(() -> ProblemException.badRequest(
                        "this world has no API key, and nobody but its wallet can sign what it sends"));
        var bytes = bytes(body);
        var headers = Headers.of(
                "Authorization", "Bearer " + key, "Host", asked.header("Host").orElse(""));
        return UnsentRequest.of(
                asked.origin(),
                asked.remoteAddress(),
                method,
                path,
                bytes.length == 0 ? headers : headers.with("Content-Type", "application/json"),
                bytes);
    }

    /** A path with {@code /api/v1} or, as after a base URL, without. */
    private static String path(String given) {
        if (given.startsWith(Operation.ROOT + "/") || given.startsWith(Operation.LINKS)) {
            return given;
        }
        if (!given.startsWith("/") || given.startsWith("/api/") || given.startsWith(ControlApi.ROOT)) {
            throw ProblemException.badRequest("path wants a path of the API, such as " + Operation.ROOT
                    + "/video/queue or /video/queue, not \"" + given + "\"");
        }
        return Operation.ROOT + given;
    }

    /** A text is sent as it is, so that what is no JSON can be tried; anything else as the JSON that it is. */
    private static byte[] bytes(ControlBody body) {
        if (!body.has("body")) {
            return new byte[0];
        }
        var sent = body.node().get("body");
        return sent.isTextual() ? sent.textValue().getBytes(StandardCharsets.UTF_8) : Json.bytes(sent);
    }

    private static ObjectNode json(Trials.Outcome outcome) {
        var json = Json.object();
        json.put("status", outcome.reply().map(Reply.Now::status).orElse(0));
        json.set("body", outcome.reply().map(TryCalls::body).orElseGet(NullNode::getInstance));
        var why = json.putArray("why");
        outcome.why().forEach(why::add);
        json.put("costUsd", cost(outcome).number());
        var changes = json.putArray("changes");
        outcome.after()
                .changesSince(outcome.before())
                .forEach(change -> changes.addObject()
                        .put("what", change.kind())
                        .put("id", change.id())
                        .put("change", change.how().label()));
        return json;
    }

    private static JsonNode body(Reply.Now reply) {
        var content = reply.content() instanceof Content.Spoiled spoiled ? spoiled.whole() : reply.content();
        var type = reply.headers().getOrDefault("Content-Type", "");
        if (content instanceof Content.Stream stream) {
            return Json.object().put("type", type).put("bytes", stream.length());
        }
        if (!(content instanceof Content.Bytes bytes)) {
            return NullNode.getInstance();
        }
        try {
            return Json.read(bytes.bytes());
        } catch (IOException e) {
            return Json.object().textNode(new String(bytes.bytes(), StandardCharsets.UTF_8));
        }
    }

    /** What the jobs cost that it would queue. */
    private static Usd cost(Trials.Outcome outcome) {
        return outcome.after().jobsSince(outcome.before()).stream()
                .map(job -> job.order().cost())
                .reduce(Usd.ZERO, Usd::plus);
    }
}
