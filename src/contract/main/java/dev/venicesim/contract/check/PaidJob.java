package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.util.Optional;

/**
 * A job that the run has paid for, or will be charged for although it ordered none.
 *
 * @param purpose what it is for
 * @param request what was queued
 * @param reply the whole reply of queue
 * @param balance what the reply said of the balance before; empty text if nothing
 * @param cost as quoted; zero of one that nobody ordered, which has no price
 * @param open whether its media may still be stored
 */
public record PaidJob(JobPurpose purpose, JsonNode request, JsonNode reply, String balance, Usd cost, boolean open) {

    /** What a job is for. */
    public enum JobPurpose {
        /** A model whose video comes from retrieve. */
        STREAM("whose video comes from retrieve"),
        /** A model whose video comes from a download link. */
        LINK("whose video comes from a link"),
        /** As stream, its media deleted with the delivery. */
        DELETE("whose video comes from retrieve"),
        /** A Grok model that is not private, whose video the documents let come from retrieve. */
        PUBLIC_GROK("of Grok that is not private"),
        /** None: it came of a request that should have been refused, and is there to be deleted. */
        UNORDERED("that nobody ordered");

        private final String says;

        JobPurpose(String says) {
            this.says = says;
        }

        /** What a model has to be to serve it. */
        String says() {
            return says;
        }
    }

    String model() {
        return reply.path("model").asText(request.path("model").asText());
    }

    public String queueId() {
        return reply.path("queue_id").asText();
    }

    Optional<String> link() {
        return Optional.ofNullable(reply.path("download_url").textValue()).filter(link -> link.matches("https?://.+"));
    }

    PaidJob closed() {
        return new PaidJob(purpose, request, reply, balance, cost, false);
    }

    TargetRequest retrieve() {
        return TargetRequest.post("/video/retrieve", ids()).withKey();
    }

    TargetRequest retrieveAndDelete() {
        return TargetRequest.post("/video/retrieve", ids().put("delete_media_on_completion", true))
                .withKey();
    }

    TargetRequest complete() {
        return TargetRequest.post("/video/complete", ids()).withKey();
    }

    ObjectNode ids() {
        return Json.object().put("model", model()).put("queue_id", queueId());
    }

    ObjectNode json() {
        var json = Json.object().put("errand", purpose.name()).put("balance", balance);
        json.put("costUsd", cost.toString()).put("open", open);
        json.set("request", request);
        json.set("reply", reply);
        return json;
    }

    static PaidJob read(JsonNode json) {
        return new PaidJob(
                JobPurpose.valueOf(json.path("errand").asText()),
                json.path("request"),
                json.path("reply"),
                json.path("balance").asText(),
                Usd.parse(json.path("costUsd").asText()),
                json.path("open").asBoolean());
    }
}
