package dev.venicesim.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.venicesim.journal.Bodies;
import dev.venicesim.journal.ControlChange;
import dev.venicesim.journal.KeptBody;
import dev.venicesim.journal.RequestJson;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.json.Json;
import dev.venicesim.net.CredentialMask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Steps of a run as JSON, written and read in their order, since headers are told by what has changed. */
final class RunSteps {

    /** Of the connection, not of the request; a body's length is known from the body. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "host", "connection", "content-length", "transfer-encoding", "keep-alive", "upgrade", "http2-settings");

    private static final String HEADERS = "headers";
    private static final String REPLY = "reply";
    private static final String BODY = "body";

    private final HeaderChanges asked = new HeaderChanges();
    private final HeaderChanges answered = new HeaderChanges();

    ObjectNode write(RequestRecord entry) {
        var exchange = entry.exchange();
        var text = new RunText(host(exchange.request().headers()));
        var query = RequestJson.query(entry);
        var json = Json.object()
                .put("n", entry.n())
                .put("at", entry.at().toString())
                .put(
                        "real",
                        entry.judged()
                                .map(RequestRecord.Judged::real)
                                .orElse(entry.at())
                                .toString())
                .put("sender", entry.sender())
                .put("method", entry.method())
                .put("path", text.masked(CredentialMask.maskUrl(entry.path())) + (query.isEmpty() ? "" : "?" + query));
        entry.judged().flatMap(RequestRecord.Judged::job).ifPresent(job -> json.put("job", job));
        if (!entry.by().equals("simulator")) {
            json.put("by", entry.by());
        }
        headers(json, asked, exchange.request().headers(), text);
        json.set(BODY, sent(exchange.request().body(), text));
        var reply = json.putObject(REPLY).put("status", entry.status());
        headers(reply, answered, exchange.reply().headers(), text);
        reply.set(BODY, text.masked(Bodies.json(exchange.reply().body())));
        return json;
    }

    private static String host(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Host"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static void headers(ObjectNode json, HeaderChanges before, Map<String, String> headers, RunText text) {
        var kept = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                kept.put(name, text.masked(CredentialMask.mask(name, value)));
            }
        });
        var changes = before.write(kept);
        if (!changes.isEmpty()) {
            json.set(HEADERS, changes);
        }
    }

    /** A text as it was sent, so that it can be sent again; what is not kept whole as the journal shows it. */
    private static JsonNode sent(KeptBody body, RunText text) {
        if (body instanceof KeptBody.Text kept && kept.kept().length == kept.bytes()) {
            return kept.bytes() == 0
                    ? NullNode.getInstance()
                    : TextNode.valueOf(text.masked(new String(kept.kept(), StandardCharsets.UTF_8)));
        }
        return Json.object().set("shown", text.masked(Bodies.json(body)));
    }

    static ObjectNode write(ControlChange change) {
        var text = new RunText("");
        return Json.object()
                .put("control", change.method())
                .put("path", text.masked(change.path()))
                .put("real", change.real().toString())
                .put("type", change.type())
                .put(BODY, text.masked(new String(change.body(), StandardCharsets.UTF_8)));
    }

    List<RunStep> read(ArrayNode steps) {
        var read = new ArrayList<RunStep>();
        steps.forEach(step -> read.add(step.has("control") ? change(step) : request(step)));
        return read;
    }

    private static RunChange change(JsonNode json) {
        return new RunChange(
                instant(json, "real"), text(json, "control"), text(json, "path"), text(json, "type"), text(json, BODY));
    }

    private RunRequest request(JsonNode json) {
        var reply = json.path(REPLY);
        var answer = new RunRequest.Answer(
                reply.path("status").asInt(), answered.read(reply.path(HEADERS)), orNull(reply.path(BODY)));
        return new RunRequest(
                json.path("n").asLong(),
                instant(json, "at"),
                instant(json, "real"),
                text(json, "sender"),
                text(json, "method"),
                text(json, "path"),
                Optional.of(json.path("job").asText()).filter(job -> !job.isEmpty()),
                json.path("by").asText("simulator"),
                asked.read(json.path(HEADERS)),
                orNull(json.path(BODY)),
                answer);
    }

    private static JsonNode orNull(JsonNode json) {
        return json.isMissingNode() ? NullNode.getInstance() : json;
    }

    private static Instant instant(JsonNode json, String field) {
        return Instant.parse(text(json, field));
    }

    private static String text(JsonNode json, String field) {
        if (!json.path(field).isTextual()) {
            throw new IllegalArgumentException("a step has no " + field);
        }
        return json.path(field).textValue();
    }
}
