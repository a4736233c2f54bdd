package dev.venicesim.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.journal.RequestJson;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.json.Json;
import java.math.BigDecimal;
import java.util.List;

/**
 * Journal as an HTTP archive, HAR 1.2, which browsers' developer tools and many others open. Credentials are masked;
 * media stand as their hash and size. Members that begin with {@code _} are the simulator's own.
 *
 * @param version the simulator's
 * @param origin scheme and authority of this server
 */
record Har(String version, String origin) {

    ObjectNode of(String world, List<RequestRecord> entries) {
        var json = Json.object();
        var log = json.putObject("log").put("version", "1.2");
        log.putObject("creator").put("name", "venice-sim").put("version", version);
        var list = log.putArray("entries");
        entries.forEach(entry -> list.add(entry(world, entry)));
        return json;
    }

    private ObjectNode entry(String world, RequestRecord entry) {
        var whole = RequestJson.whole(entry, RequestJson.why(entry));
        var millis = BigDecimal.valueOf(entry.micros(), 3);
        var json = Json.object()
                .put("startedDateTime", entry.at().toString())
                .put("time", millis)
                .put("_world", world)
                .put("_n", entry.n())
                .put("_ray", entry.ray().orElse(null))
                .put("_by", entry.by());
        json.set("_why", whole.get("why"));
        json.set("request", request(whole));
        json.set("response", response(whole));
        json.putObject("cache");
        json.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
        return json;
    }

    private ObjectNode request(ObjectNode whole) {
        var asked = whole.path("request");
        var query = asked.path("query").asText();
        var url = origin + whole.path("path").asText() + (query.isEmpty() ? "" : "?" + query);
        var json = message(asked).put("method", whole.path("method").asText()).put("url", url);
        pairs(json, query);
        var body = text(asked.path("body"));
        if (!body.isEmpty()) {
            json.putObject("postData").put("mimeType", type(asked)).put("text", body);
        }
        return json;
    }

    private static void pairs(ObjectNode json, String query) {
        var list = json.putArray("queryString");
        for (var pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                list.addObject().put("name", parts[0]).put("value", parts.length > 1 ? parts[1] : "");
            }
        }
    }

    private static ObjectNode response(ObjectNode whole) {
        var reply = whole.path("reply");
        var body = text(reply.path("body"));
        var json = message(reply)
                .put("status", whole.path("status").asInt())
                .put("statusText", "")
                .put("redirectURL", reply.path("headers").path("Location").asText());
        json.putObject("content")
                .put("size", body.length())
                .put("mimeType", type(reply))
                .put("text", body);
        return json;
    }

    private static ObjectNode message(JsonNode message) {
        var json = Json.object()
                .put("httpVersion", "HTTP/1.1")
                .put("headersSize", -1)
                .put("bodySize", -1);
        json.putArray("cookies");
        var headers = json.putArray("headers");
        message.path("headers")
                .properties()
                .forEach(header -> headers.addObject()
                        .put("name", header.getKey())
                        .put("value", header.getValue().asText()));
        return json;
    }

    private static String type(JsonNode message) {
        for (var header : message.path("headers").properties()) {
            if (header.getKey().equalsIgnoreCase("Content-Type")) {
                return header.getValue().asText();
            }
        }
        return "";
    }

    private static String text(JsonNode body) {
        return body.isNull() || body.isMissingNode() ? "" : body.isTextual() ? body.asText() : body.toString();
    }
}
