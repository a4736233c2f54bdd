package dev.venicesim.contract.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Quotes that a target gave, and those that it refused, by what was asked. */
public final class QuoteTable {

    private final Map<Asked, Optional<BigDecimal>> quotes = new LinkedHashMap<>();

    /**
     * What a price is asked for.
     *
     * @param resolution empty where the model has none
     * @param seconds of the clip
     * @param ratio empty where none is asked for
     * @param sound whether the clip has any
     * @param references seconds of reference video
     */
    public record Asked(String model, String resolution, int seconds, String ratio, boolean sound, int references) {

        private Asked switched() {
            return new Asked(model, resolution, seconds, ratio, !sound, references);
        }
    }

    /** A model that cannot be told to be silent costs what it costs, so its quotes hold for both. */
    void add(JsonNode body, JsonNode answer) {
        var asked = new Asked(
                body.path("model").asText(),
                body.path("resolution").asText(),
                Integer.parseInt(body.path("duration").asText().replace("s", "")),
                body.path("aspect_ratio").asText(),
                body.path("audio").asBoolean(true),
                body.path("reference_video_total_duration").asInt());
        var price = answer.isNumber() ? Optional.of(answer.decimalValue()) : Optional.<BigDecimal>empty();
        quotes.put(asked, price);
        if (!body.has("audio")) {
            quotes.put(asked.switched(), price);
        }
    }

    /** Whether the target was asked. */
    public boolean has(Asked asked) {
        return quotes.containsKey(asked);
    }

    /** The price; empty if the target gives none, or was not asked. */
    public Optional<BigDecimal> price(Asked asked) {
        return quotes.getOrDefault(asked, Optional.empty());
    }
}
