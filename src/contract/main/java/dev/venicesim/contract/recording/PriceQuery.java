package dev.venicesim.contract.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Questions for the price of a model at a resolution.
 *
 * @param model from the models list
 * @param resolution empty where the model has none
 * @param durations the literals that can be asked for, by their seconds, at least one
 */
record PriceQuery(JsonNode model, String resolution, NavigableMap<Integer, String> durations) {

    /** Seconds of reference video that every model which takes any can have. */
    static final List<Integer> REFERENCES = List.of(3, 8, 15);

    static List<PriceQuery> of(JsonNode model) {
        var constraints = model.at("/model_spec/constraints");
        var durations = durations(constraints.path("durations"));
        if (model.path("id").asText().contains("upscale") || durations.isEmpty()) {
            return List.of();
        }
        var asked = new ArrayList<PriceQuery>();
        for (var resolution : constraints.path("resolutions")) {
            asked.add(new PriceQuery(model, resolution.asText(), durations));
        }
        return asked.isEmpty() ? List.of(new PriceQuery(model, "", durations)) : asked;
    }

    private static NavigableMap<Integer, String> durations(JsonNode literals) {
        var durations = new TreeMap<Integer, String>();
        for (var literal : literals) {
            if (literal.asText().matches("0*[1-9]\\d{0,2}s")) {
                durations.put(Integer.valueOf(literal.asText().replace("s", "")), literal.asText());
            }
        }
        return durations;
    }

    String name() {
        return model.path("id").asText() + (resolution.isEmpty() ? "" : " " + resolution);
    }

    boolean switchesAudio() {
        return model.at("/model_spec/constraints/audio_configurable").asBoolean();
    }

    /** The ratio that every length is asked for: the first that the model lists, or empty. */
    String firstRatio() {
        return model.at("/model_spec/constraints/aspect_ratios/0").asText();
    }

    /** The other ratios that are one, without {@code auto} and the like. */
    SortedSet<String> otherRatios() {
        var ratios = new TreeSet<String>();
        for (var ratio : model.at("/model_spec/constraints/aspect_ratios")) {
            if (ratio.asText().indexOf(':') > 0 && !ratio.asText().equals(firstRatio())) {
                ratios.add(ratio.asText());
            }
        }
        return ratios;
    }

    /** Whether seconds of reference video may have a price. */
    boolean takesReferences() {
        return model.path("id").asText().contains("reference-to-video");
    }

    /** Bodies of the longest clip, by which it shows whether the model can be quoted. */
    List<ObjectNode> first() {
        return sounds().stream()
                .map(audio -> body(durations.lastKey(), audio, firstRatio()))
                .toList();
    }

    /** Bodies of every other length, and of the longest clip at every other ratio. */
    List<ObjectNode> others() {
        var bodies = new ArrayList<ObjectNode>();
        bodies.addAll(lengthsAt(firstRatio()));
        for (var audio : sounds()) {
            otherRatios().forEach(ratio -> bodies.add(body(durations.lastKey(), audio, ratio)));
        }
        if (takesReferences()) {
            REFERENCES.forEach(seconds -> bodies.add(bodyWithReferences(seconds)));
        }
        return bodies;
    }

    private List<Boolean> sounds() {
        return switchesAudio() ? List.of(true, false) : List.of(true);
    }

    /** Bodies of every length at a ratio. */
    List<ObjectNode> lengthsAt(String ratio) {
        var bodies = new ArrayList<ObjectNode>();
        for (var audio : sounds()) {
            durations.keySet().forEach(seconds -> bodies.add(body(seconds, audio, ratio)));
        }
        return bodies;
    }

    /** A clip after so many seconds of reference video. */
    ObjectNode bodyWithReferences(int reference) {
        return body(besideReferences(durations), true, firstRatio()).put("reference_video_total_duration", reference);
    }

    /** Of some lengths the longest that leaves room for references within 30 s, or else the shortest. */
    static int besideReferences(NavigableMap<Integer, ?> lengths) {
        var fitting = lengths.floorKey(REFERENCES.get(REFERENCES.size() - 1));
        return fitting == null ? lengths.firstKey() : fitting;
    }

    ObjectNode body(int seconds, boolean audio, String ratio) {
        var body = Json.object()
                .put("model", model.path("id").asText())
                .put("duration", durations.getOrDefault(seconds, seconds + "s"));
        if (!resolution.isEmpty()) {
            body.put("resolution", resolution);
        }
        if (!ratio.isEmpty()) {
            body.put("aspect_ratio", ratio);
        }
        return switchesAudio() ? body.put("audio", audio) : body;
    }
}
