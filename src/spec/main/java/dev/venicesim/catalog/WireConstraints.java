package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Constraints in the form of the wire, in both directions. */
final class WireConstraints {

    /** The keys that hold numbers, in wire order. */
    static final List<String> NUMBERS = List.of(
            "prompt_character_limit",
            "reference_image_min_short_side_pixels",
            "reference_image_min_aspect_ratio",
            "reference_image_max_aspect_ratio");

    private static final Set<String> KNOWN = Set.of(
            "model_type",
            "aspect_ratios",
            "resolutions",
            "durations",
            "audio",
            "audio_configurable",
            "audio_input",
            "per_reference_audio",
            "video_input");

    private WireConstraints() {}

    static ObjectNode write(Constraints constraints) {
        var node = Json.object();
        node.put("model_type", constraints.modelType());
        put(node, "aspect_ratios", constraints.aspectRatios());
        put(node, "resolutions", constraints.resolutions());
        put(node, "durations", constraints.durations());
        var audio = constraints.audio();
        node.put("audio", audio.generated());
        node.put("audio_configurable", audio.configurable());
        node.put("audio_input", audio.input());
        node.put("per_reference_audio", audio.perReference());
        node.put("video_input", constraints.videoInput());
        constraints.numbers().forEach(node::put);
        constraints.others().forEach(node::set);
        return node;
    }

    /**
     * Reads the constraints of a saved reply. Keys may be absent: no list, false, no number.
     *
     * @param usualType what an absent {@code model_type} stands for
     * @throws IllegalArgumentException naming the pointer of the key and what belongs there
     */
    static Constraints read(UserFileObject reader, String usualType) {
        var audio = new Constraints.Audio(
                reader.flag("audio"),
                reader.flag("audio_configurable"),
                reader.flag("audio_input"),
                reader.flag("per_reference_audio"));
        return new Constraints(
                reader.text("model_type", usualType),
                reader.texts("aspect_ratios"),
                reader.texts("resolutions"),
                reader.texts("durations"),
                audio,
                reader.flag("video_input"),
                numbers(reader),
                others(reader.node()));
    }

    private static Map<String, BigDecimal> numbers(UserFileObject reader) {
        var numbers = new LinkedHashMap<String, BigDecimal>();
        for (var key : NUMBERS) {
            if (reader.has(key)) {
                numbers.put(key, reader.number(key));
            }
        }
        return Collections.unmodifiableMap(numbers);
    }

    private static Map<String, JsonNode> others(JsonNode node) {
        var others = new LinkedHashMap<String, JsonNode>();
        for (var entry : node.properties()) {
            if (!KNOWN.contains(entry.getKey()) && !NUMBERS.contains(entry.getKey())) {
                others.put(entry.getKey(), entry.getValue());
            }
        }
        return Collections.unmodifiableMap(others);
    }

    private static void put(ObjectNode node, String key, List<String> values) {
        var array = node.putArray(key);
        values.forEach(array::add);
    }
}
