package dev.venicesim.contract.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run, as a line of the history has it.
 *
 * @param at when it began
 * @param command such as {@code check}
 * @param target what was asked or read, without credentials
 * @param edition what that was compared with; empty if with none
 * @param counts how many results there were of each kind, such as {@code agrees}
 * @param differs the ids of checks that differ, or the places of what drifted
 * @param unsure the ids of checks that could say nothing
 * @param spent what the run has paid
 * @param took how long it took
 * @param exit what the command ended with
 */
public record HistoryEntry(
        Instant at,
        String command,
        String target,
        String edition,
        Map<String, Long> counts,
        List<String> differs,
        List<String> unsure,
        Usd spent,
        Duration took,
        int exit) {

    static final String BEGINNING = "{\"at\":\"";

    public HistoryEntry {
        target = target.replaceFirst("^(https?://)[^/?#]*@", "$1").replaceFirst("^(https?://[^?#]*)[?#].*", "$1");
    }

    /** One line of JSON in ASCII, so that no cut divides a character. */
    String line() {
        var json = Json.object()
                .put("at", at.toString())
                .put("command", command)
                .put("target", target)
                .put("edition", edition)
                .put("exit", exit)
                .put("spentUsd", spent.number())
                .put("seconds", took.toMillis() / 1000.0);
        counts.forEach(json.putObject("counts")::put);
        differs.forEach(json.putArray("differs")::add);
        unsure.forEach(json.putArray("unsure")::add);
        var line = new StringBuilder();
        new String(Json.bytes(json), StandardCharsets.UTF_8).chars().forEach(unit -> {
            if (unit < 127) {
                line.append((char) unit);
            } else {
                line.append(String.format("\\u%04x", unit));
            }
        });
        return line.toString();
    }

    /**
     * The run of a line.
     *
     * @throws IllegalArgumentException if it is no line of a history
     */
    static HistoryEntry of(JsonNode json) {
        try {
            if (!json.path("command").isTextual() || !json.path("counts").isObject()) {
                throw new IllegalArgumentException("it has no command and counts");
            }
            var counts = new LinkedHashMap<String, Long>();
            json.path("counts")
                    .properties()
                    .forEach(one -> counts.put(one.getKey(), one.getValue().asLong()));
            return new HistoryEntry(
                    Instant.parse(json.path("at").asText()),
                    json.path("command").asText(),
                    json.path("target").asText(),
                    json.path("edition").asText(),
                    counts,
                    texts(json.path("differs")),
                    texts(json.path("unsure")),
                    Usd.parse(json.path("spentUsd").asText("0")),
                    Duration.ofMillis((long) (json.path("seconds").asDouble() * 1000)),
                    json.path("exit").asInt());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("it has no time", e);
        }
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    /** How many results there were in all. */
    long results() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long count(String kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
