package dev.venicesim.kit.contract.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One price to ask for.
 *
 * @param model from the models list
 * @param resolution empty where the model has none
 * @param duration the literal asked for: the longest, so that rounding to cents weighs least
 * @param seconds of it; 0 for a literal that is no number of seconds
 */
record Asking(JsonNode model, String resolution, String duration, int seconds) {

    static List<Asking> of(JsonNode model) {
        var constraints = model.at("/model_spec/constraints");
        if (model.path("id").asText().contains("upscale")) {
            return List.of();
        }
        var longest = longest(constraints.path("durations"));
        if (longest.isEmpty()) {
            return List.of();
        }
        var asked = new ArrayList<Asking>();
        for (var resolution : constraints.path("resolutions")) {
            asked.add(new Asking(model, resolution.asText(), longest, seconds(longest)));
        }
        return asked.isEmpty() ? List.of(new Asking(model, "", longest, seconds(longest))) : asked;
    }

    private static String longest(JsonNode durations) {
        var literals = new ArrayList<String>();
        durations.forEach(literal -> literals.add(literal.asText()));
        return literals.stream()
                .filter(literal -> seconds(literal) > 0)
                .max(Comparator.comparingInt(Asking::seconds))
                .orElse("");
    }

    private static int seconds(String literal) {
        return literal.matches("\\d{1,3}s") ? Integer.parseInt(literal.substring(0, literal.length() - 1)) : 0;
    }

    String name() {
        return model.path("id").asText() + (resolution.isEmpty() ? "" : " " + resolution) + " " + duration;
    }

    boolean switchesAudio() {
        return model.at("/model_spec/constraints/audio_configurable").asBoolean();
    }

    ObjectNode with(boolean audio) {
        var body = Json.object().put("model", model.path("id").asText()).put("duration", duration);
        if (!resolution.isEmpty()) {
            body.put("resolution", resolution);
        }
        var ratio = model.at("/model_spec/constraints/aspect_ratios/0");
        if (ratio.isTextual()) {
            body.set("aspect_ratio", ratio);
        }
        return switchesAudio() ? body.put("audio", audio) : body;
    }

    /** What one second costs, to the micro-dollar. */
    BigDecimal share(BigDecimal quote) {
        return seconds == 0
                ? quote
                : quote.divide(BigDecimal.valueOf(seconds), 6, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }
}
