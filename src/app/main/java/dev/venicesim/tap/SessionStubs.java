package dev.venicesim.tap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Operation;
import dev.venicesim.auth.SharedText;
import dev.venicesim.json.Json;
import dev.venicesim.pact.PactCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * WireMock's mappings of a session: each request is answered as it was, and a request that was answered in several ways
 * is answered so one after the other, the last way from then on.
 */
final class SessionStubs {

    /** A video of the stub pack stands for every one that was fetched. */
    static final String VIDEO = "video.mp4";

    private static final int MOST_MAPPINGS = 5_000;
    private static final Pattern TOKEN = Pattern.compile(Operation.LINKS + "([^\\s\"'<>\\\\?]+)");

    private final SharedText shared;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, ObjectNode> mappings = new LinkedHashMap<>();

    private SessionStubs(SharedText shared) {
        this.shared = shared;
    }

    /** The mappings, by the names of their files. */
    static Map<String, ObjectNode> of(List<PactCall> calls, SharedText shared) {
        return new SessionStubs(shared).write(calls);
    }

    private Map<String, ObjectNode> write(List<PactCall> calls) {
        var alike = new LinkedHashMap<String, List<PactCall>>();
        for (var call : calls) {
            if (canBeMatched(call) && canBeAnswered(call)) {
                var key = call.entry().method() + " " + call.entry().path() + "?"
                        + call.entry().exchange().query() + " " + call.asked();
                alike.computeIfAbsent(key, same -> new ArrayList<>()).add(call);
            }
        }
        alike.values().forEach(this::add);
        return mappings;
    }

    private static boolean canBeMatched(PactCall call) {
        return !call.hasRequestBody() || call.asked().isObject();
    }

    private static boolean canBeAnswered(PactCall call) {
        return call.isVideo() || call.status() == 204 || call.answered().isContainerNode();
    }

    private void add(List<PactCall> same) {
        var responses = new ArrayList<ObjectNode>();
        for (var call : same) {
            var response = response(call);
            if (responses.isEmpty() || !responses.get(responses.size() - 1).equals(response)) {
                responses.add(response);
            }
        }
        var number = mappings.size() + 1;
        for (var step = 1; step <= responses.size() && mappings.size() < MOST_MAPPINGS; step++) {
            var first = same.get(0);
            var status = responses.get(step - 1).path("status").asInt();
            var name = "%04d-%s-%d"
                    .formatted(mappings.size() + 1, first.operation().label(), status);
            var mapping = Json.object().put("name", name).put("priority", 5);
            if (responses.size() > 1) {
                mapping.put("scenarioName", "tap-" + number)
                        .put("requiredScenarioState", step == 1 ? "Started" : "step " + step);
                if (step < responses.size()) {
                    mapping.put("newScenarioState", "step " + (step + 1));
                }
            }
            mapping.set("request", request(first));
            mapping.set("response", responses.get(step - 1));
            mappings.put(name + ".json", mapping);
        }
    }

    private ObjectNode request(PactCall call) {
        var request = Json.object()
                .put("method", call.entry().method())
                .put("urlPath", withoutTokens(call.entry().path()));
        for (var pair : call.entry().exchange().query().split("&", -1)) {
            var parts = pair.split("=", 2);
            if (parts.length == 2 && shared.masked("?" + pair).equals("?" + pair)) {
                request.withObjectProperty("queryParameters")
                        .putObject(parts[0])
                        .put("equalTo", parts[1]);
            }
        }
        if (call.hasRequestBody()) {
            var known = known(call.asked());
            var whole = known.equals(call.asked()) && call.isAskedWhole();
            var pattern = request.putArray("bodyPatterns").addObject();
            pattern.set("equalToJson", known);
            pattern.put("ignoreArrayOrder", false).put("ignoreExtraElements", !whole);
        }
        return request;
    }

    /** The members of a body that are as they were sent: media and secrets are not. */
    private ObjectNode known(JsonNode asked) {
        var masked = shared.masked(asked);
        var known = Json.object();
        asked.properties().forEach(field -> {
            var value = field.getValue();
            if (value.equals(masked.path(field.getKey())) && value.findValue("sha256") == null) {
                known.set(field.getKey(), value);
            }
        });
        return known;
    }

    private ObjectNode response(PactCall call) {
        var response = Json.object().put("status", call.status());
        if (call.isVideo()) {
            response.putObject("headers").put("Content-Type", "video/mp4");
            return response.put("bodyFileName", VIDEO);
        }
        var headers = call.entry().exchange().reply().headers();
        headers.forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Encoding")) {
                response.withObjectProperty("headers").put(name, shared.masked(value));
            }
        });
        if (call.status() == 204) {
            return response;
        }
        var link = Optional.ofNullable(call.answered().path("download_url").textValue());
        var body = shared.masked(call.answered());
        if (link.isPresent() && body instanceof ObjectNode own) {
            var named = TOKEN.matcher(link.get());
            own.put(
                    "download_url",
                    "{{request.baseUrl}}" + Operation.LINKS + (named.find() ? name(named.group(1)) : "none"));
            response.putArray("transformers").add("response-template");
        }
        return response.set("jsonBody", body);
    }

    private String withoutTokens(String path) {
        var link = TOKEN.matcher(path);
        return link.find() ? Operation.LINKS + name(link.group(1)) : shared.masked(path);
    }

    /** A name in place of a token, the same wherever the token stood. */
    private String name(String token) {
        return tokens.computeIfAbsent(token, unknown -> "link-" + (tokens.size() + 1));
    }
}
