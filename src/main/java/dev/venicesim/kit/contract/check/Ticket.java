package dev.venicesim.kit.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.target.Call;
import dev.venicesim.money.Usd;
import java.util.Optional;

/**
 * A job that the run has paid for.
 *
 * @param errand what it is for
 * @param request what was queued
 * @param reply the whole reply of queue
 * @param balance what the reply said of the balance before; empty text if nothing
 * @param cost as quoted
 * @param open whether its media may still be stored
 */
public record Ticket(Errand errand, JsonNode request, JsonNode reply, String balance, Usd cost, boolean open) {

    /** What a job is for. */
    public enum Errand {
        /** A model whose video comes from retrieve. */
        STREAM,
        /** A model whose video comes from a download link. */
        LINK,
        /** As stream, its media deleted with the delivery. */
        DELETE,
        /** A Grok model that is not private, whose video the documents let come from retrieve. */
        PUBLIC_GROK
    }

    String model() {
        return reply.path("model").asText(request.path("model").asText());
    }

    public String queueId() {
        return reply.path("queue_id").asText();
    }

    Optional<String> link() {
        return Optional.ofNullable(reply.path("download_url").textValue());
    }

    Ticket closed() {
        return new Ticket(errand, request, reply, balance, cost, false);
    }

    Call retrieve() {
        return Call.post("/video/retrieve", ids()).withKey();
    }

    Call retrieveAndDelete() {
        return Call.post("/video/retrieve", ids().put("delete_media_on_completion", true))
                .withKey();
    }

    Call complete() {
        return Call.post("/video/complete", ids()).withKey();
    }

    ObjectNode ids() {
        return Json.object().put("model", model()).put("queue_id", queueId());
    }

    ObjectNode json() {
        var json = Json.object().put("errand", errand.name()).put("balance", balance);
        json.put("costUsd", cost.toString()).put("open", open);
        json.set("request", request);
        json.set("reply", reply);
        return json;
    }

    static Ticket read(JsonNode json) {
        return new Ticket(
                Errand.valueOf(json.path("errand").asText()),
                json.path("request"),
                json.path("reply"),
                json.path("balance").asText(),
                Usd.parse(json.path("costUsd").asText()),
                json.path("open").asBoolean());
    }
}
