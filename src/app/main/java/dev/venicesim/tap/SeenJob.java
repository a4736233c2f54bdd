package dev.venicesim.tap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.auth.SharedText;
import dev.venicesim.json.Json;
import dev.venicesim.pact.PactCall;
import java.util.Optional;

/** A job as its client saw it: how often it was still running, and what became of it. */
final class SeenJob {

    private final Subject subject;
    private int polls;
    private boolean ended;
    private Optional<JsonNode> outcome = Optional.empty();

    /** What a rule knows a job by. */
    record Subject(String model, String prompt) {

        static Subject of(PactCall queue, SharedText shared) {
            return new Subject(
                    queue.model(), shared.masked(queue.asked().path("prompt").asText()));
        }
    }

    SeenJob(Subject subject) {
        this.subject = subject;
    }

    Subject subject() {
        return subject;
    }

    /** Hears a reply of retrieve that is the API's word about the job, not about the moment. */
    void heard(PactCall call) {
        if (ended) {
            return;
        }
        if (call.status() == 200 && call.answered().path("status").asText().equals("PROCESSING")) {
            polls++;
            return;
        }
        ended = true;
        outcome = outcome(call);
    }

    /** It completes if there is nothing to say. */
    private static Optional<JsonNode> outcome(PactCall call) {
        var reply = call.answered();
        var error = reply.path("error").isObject() ? reply.path("error") : reply;
        if (call.status() == 200) {
            return Optional.empty();
        }
        if (call.status() == 404) {
            return Optional.of(Json.object().set("purged", Json.object()));
        }
        if (call.status() >= 500) {
            return Optional.of(Json.object().set("failed", message(Json.object(), error)));
        }
        if (error.has("credits_refunded")) {
            var refused = Json.object();
            if (error.path("recommended_model").isTextual()) {
                refused.set("recommendedModel", error.path("recommended_model"));
            }
            refused.set("refunded", error.path("credits_refunded"));
            return Optional.of(Json.object().set("refused", refused));
        }
        return Optional.of(Json.object().set("rejected", message(Json.object().put("status", call.status()), error)));
    }

    private static ObjectNode message(ObjectNode of, JsonNode error) {
        var text = error.path("error").asText(error.path("message").asText());
        return text.isEmpty() ? of : of.put("message", text);
    }

    /** What a rule says of it; empty if nobody saw how it ended. */
    ObjectNode rule() {
        var rule = Json.object();
        if (ended) {
            rule.put("time", "polls:" + polls);
            outcome.ifPresent(end -> rule.set("outcome", end));
        }
        return rule;
    }
}
