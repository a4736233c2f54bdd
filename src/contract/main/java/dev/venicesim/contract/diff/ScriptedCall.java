package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.http.TargetRequest.Auth;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Request of a conversation, as it is written down: who asks for what, and the job of which earlier request it is about.
 *
 * @param place method and path under the base URL
 * @param by who asks
 * @param type the media type that the body is declared as; empty for a request without a body
 * @param body the text sent; {@code QUEUE_ID} in it stands for the id of the job
 * @param job the name of the request that queued the job; empty if it is about none
 * @param name by which later requests name this one's job; empty if it queues none
 * @param awaited whether it is repeated until the job is no longer processing
 */
public record ScriptedCall(String place, Auth by, String type, String body, String job, String name, boolean awaited) {

    /** What stands for the id of a job, which differs each time. */
    static final String QUEUE_ID = "${queue_id}";

    /** A length that no model has: a request to queue with it is refused by whoever keeps to the API. */
    static final String REFUSED_DURATION = "99s";

    private static final String QUEUE = "POST /video/queue";
    private static final Pattern PLACES =
            Pattern.compile("GET /\\S*|POST /(video/(quote|queue|retrieve|complete)|x402/top-up)");

    static ScriptedCall get(String path, Auth by) {
        return new ScriptedCall("GET " + path, by, "", "", "", "", false);
    }

    static ScriptedCall post(String path, Auth by, JsonNode body) {
        return new ScriptedCall("POST " + path, by, "application/json", text(body), "", "", false);
    }

    ScriptedCall about(String queued) {
        return new ScriptedCall(place, by, type, body, queued, name, awaited);
    }

    ScriptedCall named(String given) {
        return new ScriptedCall(place, by, type, body, job, given, awaited);
    }

    ScriptedCall untilDone() {
        return new ScriptedCall(place, by, type, body, job, name, true);
    }

    ScriptedCall with(String otherBody) {
        return new ScriptedCall(place, by, type, otherBody, job, name, awaited);
    }

    ScriptedCall declared(String otherType) {
        return new ScriptedCall(place, by, otherType, body, job, name, awaited);
    }

    boolean isQueue() {
        return place.equals(QUEUE);
    }

    /**
     * Whether it may be taken and cost money: a request to queue with a key, but for one that no JSON object is, or whose
     * duration nobody offers.
     */
    boolean mayBeTaken() {
        return isQueue()
                && by == Auth.KEY
                && object().filter(order -> !order.path("duration").asText().equals(REFUSED_DURATION))
                        .isPresent();
    }

    static String text(JsonNode body) {
        return new String(Json.bytes(body), StandardCharsets.UTF_8);
    }

    /** The body as an object, if it is one. */
    Optional<ObjectNode> object() {
        try {
            return Json.read(body.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The request as it is sent. */
    TargetRequest request(Map<String, String> queueIds) {
        var space = place.indexOf(' ');
        var whole = body.replace(QUEUE_ID, queueIds.getOrDefault(job, "no-job-of-this-conversation"));
        var headers = type.isEmpty() ? Map.<String, String>of() : Map.of("Content-Type", type);
        var text = type.isEmpty() ? Optional.<String>empty() : Optional.of(whole);
        return new TargetRequest(place.substring(0, space), place.substring(space + 1), by, headers, text);
    }

    ObjectNode json() {
        var json = Json.object().put("call", place).put("by", by.name().toLowerCase(Locale.ROOT));
        if (!type.isEmpty()) {
            json.put("type", type).put("body", body);
        }
        if (!job.isEmpty()) {
            json.put("job", job);
        }
        if (!name.isEmpty()) {
            json.put("name", name);
        }
        return awaited ? json.put("awaited", true) : json;
    }

    /**
     * @throws IllegalArgumentException if it is no request of a conversation
     */
    static ScriptedCall read(JsonNode json) {
        var place = json.path("call").asText();
        if (!PLACES.matcher(place).matches()) {
            throw new IllegalArgumentException("call is \"" + place + "\", which no conversation of diff has");
        }
        return new ScriptedCall(
                place,
                Auth.valueOf(json.path("by").asText().toUpperCase(Locale.ROOT)),
                json.path("type").asText(),
                json.path("body").asText(),
                json.path("job").asText(),
                json.path("name").asText(),
                json.path("awaited").asBoolean() && place.endsWith("/retrieve"));
    }

    @Override
    public String toString() {
        return place
                + (by == Auth.KEY ? "" : by == Auth.NONE ? " without a key" : " with a bad key")
                + (body.isEmpty() ? "" : " " + (body.length() < 300 ? body : body.substring(0, 300) + "..."));
    }
}
