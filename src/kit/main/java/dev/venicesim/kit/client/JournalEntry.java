package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One request a world was sent, and how it was answered.
 *
 * @param n its number in its world, from 1
 * @param at by the world's clock
 * @param sender the API key, masked, or the wallet's address; empty without either
 * @param query as sent, without media and credentials; empty if there is none
 * @param endpoint such as {@code queue} or {@code retrieve}
 * @param status HTTP status of the answer
 * @param by who answered: {@code simulator}, {@code stub} or {@code fault}
 * @param why every decision, in order
 */
public record JournalEntry(
        long n,
        Instant at,
        String sender,
        String method,
        String path,
        String query,
        String endpoint,
        int status,
        String by,
        List<String> why) {

    static JournalEntry of(JsonNode json) {
        return new JournalEntry(
                json.path("n").asLong(),
                Instant.parse(json.path("at").asText()),
                json.path("sender").asText(),
                json.path("method").asText(),
                json.path("path").asText(),
                json.path("query").asText(),
                json.path("endpoint").asText(),
                json.path("status").asInt(),
                json.path("by").asText(),
                texts(json.path("why")));
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Request and answer in a line, the reasons under it. */
    @Override
    public String toString() {
        var answered = by.equals("simulator") ? "" : " by " + by;
        var head =
                "#" + n + " " + method + " " + path + (query.isEmpty() ? "" : "?" + query) + " -> " + status + answered;
        return why.isEmpty() ? head : head + "\n     why: " + String.join("\n          ", why);
    }
}
