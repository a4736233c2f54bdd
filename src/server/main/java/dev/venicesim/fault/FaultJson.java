package dev.venicesim.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.error.StatusErrors;
import dev.venicesim.json.Json;
import dev.venicesim.time.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Faults as scenario files, the control API and the Java kit write them: one member, named by its label. */
public final class FaultJson {

    /** The labels, in the order people are told of them. */
    public static final List<String> LABELS =
            List.of("delay", "throttle", "respond", "reset", "truncate", "garbage", "contentType", "hang");

    private static final Duration LONGEST_DRAW = Duration.ofSeconds(60);
    private static final int DEFAULT_GARBAGE = 1024;

    private FaultJson() {}

    /**
     * Reads the value under a label, which may be null where a fault needs nothing said.
     *
     * @throws IllegalArgumentException saying what is wanted
     */
    public static Fault read(String label, JsonNode value) {
        return switch (label) {
            case "delay" -> new Fault.Delay(latency(value));
            case "throttle" -> new Fault.Throttle(whole(value, "bytesPerSecond"));
            case "respond" -> respond(value);
            case "reset" ->
                value.has("afterBytes") ? new Fault.ResetInside(whole(value, "afterBytes")) : new Fault.Reset();
            case "truncate" -> new Fault.Truncate(value.has("afterBytes") ? whole(value, "afterBytes") : 0);
            case "garbage" ->
                new Fault.Garbage(
                        value.has("bytes") ? (int) Math.min(whole(value, "bytes"), Integer.MAX_VALUE) : DEFAULT_GARBAGE,
                        seed(value));
            case "contentType" -> new Fault.ContentType(value.asText());
            case "hang" -> new Fault.Hang();
            default ->
                throw new IllegalArgumentException(
                        "no fault is called \"" + label + "\"; there are " + String.join(", ", LABELS));
        };
    }

    private static Latency latency(JsonNode value) {
        if (value.isTextual()) {
            return new Latency.Fixed(Durations.parse(value.textValue()));
        }
        var median = Durations.parse(value.path("median").asText());
        var max = value.has("max") ? Durations.parse(value.get("max").asText()) : LONGEST_DRAW;
        return new Latency.Lognormal(median, value.path("sigma").asDouble(0.5), max, seed(value));
    }

    private static Fault respond(JsonNode value) {
        var status = (int) Math.min(whole(value, "status"), 1000);
        Map<String, String> headers = new LinkedHashMap<>();
        value.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        headers.forEach(FaultJson::requireHeader);
        return new Fault.Respond(status, value.has("body") ? value.get("body") : bodyOf(status), headers);
    }

    private static JsonNode bodyOf(int status) {
        return status < 400 ? Json.object() : StatusErrors.of(status).body();
    }

    private static void requireHeader(String name, String value) {
        if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") || !Fault.isHeaderValue(value)) {
            throw new IllegalArgumentException("not a header HTTP can carry: \"" + name + "\"");
        }
    }

    private static long whole(JsonNode value, String name) {
        var number = value.path(name);
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw new IllegalArgumentException(name + " is a whole number, not " + number);
        }
        return number.longValue();
    }

    private static long seed(JsonNode value) {
        return value.path("seed").asLong(0);
    }
}
