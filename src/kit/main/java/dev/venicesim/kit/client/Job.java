package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.Optional;

/**
 * A queued video as the simulator sees it.
 *
 * @param state {@code PROCESSING}, {@code COMPLETED}, {@code FAILED} or {@code GONE}
 * @param endsAt by the world's clock; empty while polls decide, or nothing does
 * @param expiresAt when the video is no longer to be had
 * @param outcome what becomes of it: {@code completes}, {@code refused}, {@code failed}, {@code stuck} and so on
 * @param polls how often it has been asked for
 */
public record Job(
        String queueId,
        String model,
        String state,
        Instant queuedAt,
        Optional<Instant> endsAt,
        Instant expiresAt,
        Usd cost,
        String outcome,
        int polls) {

    static Job of(JsonNode json) {
        var outcome = json.path("outcome");
        return new Job(
                json.path("queueId").asText(),
                json.path("model").asText(),
                json.path("state").asText(),
                Instant.parse(json.path("queuedAt").asText()),
                Optional.ofNullable(json.path("endsAt").textValue()).map(Instant::parse),
                Instant.parse(json.path("expiresAt").asText()),
                Account.usd(json, "costUsd"),
                outcome.isObject() && !outcome.isEmpty() ? outcome.fieldNames().next() : outcome.asText(),
                json.path("polls").asInt());
    }

    @Override
    public String toString() {
        return queueId + " " + model + " " + state + " " + cost + " USD, " + polls + " polls, outcome " + outcome;
    }
}
