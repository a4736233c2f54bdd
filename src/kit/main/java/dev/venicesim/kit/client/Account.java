package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A world's money at one moment.
 *
 * @param balance what is left to spend
 * @param held what jobs of a wallet have put aside
 * @param spent what was charged and not given back
 * @param ledger what moved, newest first
 */
public record Account(Usd balance, Usd held, Usd spent, List<Line> ledger) {

    /**
     * One entry of a ledger.
     *
     * @param type such as {@code CHARGE} or {@code REFUND}
     * @param amount below zero for what was taken
     * @param queueId of the job it is about
     * @param why in words
     */
    public record Line(String type, Usd amount, Usd balance, Instant at, Optional<String> queueId, String why) {

        static Line of(JsonNode json) {
            return new Line(
                    json.path("type").asText(),
                    usd(json, "amountUsd"),
                    usd(json, "balanceUsd"),
                    Instant.parse(json.path("at").asText()),
                    Optional.ofNullable(json.path("queueId").textValue()),
                    json.path("why").asText());
        }

        @Override
        public String toString() {
            return type + " " + amount + queueId.map(id -> " for " + id).orElse("") + " (" + why + ")";
        }
    }

    static Account of(JsonNode json) {
        return new Account(
                usd(json, "balanceUsd"),
                usd(json, "heldUsd"),
                usd(json, "spentUsd"),
                StreamSupport.stream(json.path("ledger").spliterator(), false)
                        .map(Line::of)
                        .toList());
    }

    static Usd usd(JsonNode json, String field) {
        return Usd.of(json.path(field).decimalValue());
    }
}
