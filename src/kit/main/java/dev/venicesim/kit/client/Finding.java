package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.money.Usd;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Something the client did that would cost it money or break it in production.
 *
 * @param rule its name, such as {@code polls-too-fast}
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param cost what it cost
 * @param says what happened and what to do about it
 * @param requests numbers of the journal entries that show it
 * @param docs where the rule is documented
 */
public record Finding(String rule, String severity, Usd cost, String says, List<Long> requests, String docs) {

    static Finding of(JsonNode json) {
        return new Finding(
                json.path("rule").asText(),
                json.path("severity").asText(),
                Account.usd(json, "costUsd"),
                json.path("says").asText(),
                StreamSupport.stream(json.path("requests").spliterator(), false)
                        .map(JsonNode::asLong)
                        .toList(),
                json.path("docs").asText());
    }

    /** Whether it is the client's doing; an info only explains what happened. */
    public boolean isFault() {
        return !severity.equals("info");
    }

    @Override
    public String toString() {
        var where = requests.isEmpty() ? "" : " (requests " + requests + ")";
        return severity + " " + rule + ": " + says + where;
    }
}
