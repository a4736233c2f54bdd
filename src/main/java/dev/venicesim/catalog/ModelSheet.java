package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.Collection;
import java.util.TreeMap;

/** All that is known of a model on one sheet, for people: its rules in the vocabulary of the data files, and where each value comes from. */
public final class ModelSheet {

    private ModelSheet() {}

    /** A model's sheet as JSON. What a model does not have is left out. */
    public static ObjectNode write(Model model) {
        var rules = model.rules();
        var sheet = Json.object();
        sheet.put("id", model.id());
        sheet.put("name", model.card().name());
        sheet.put("listed", model.listed());
        sheet.put("kind", rules.kind().label());
        list(sheet, "requires", rules.required());
        list(sheet, "accepts", rules.accepted());
        list(sheet, "anyOf", rules.anyOf());
        list(sheet, "audioNeeds", rules.audioNeeds());
        sheet.put("promptLimit", rules.promptLimit());
        sheet.put("duration", duration(rules.durationMode()));
        options(sheet, model);
        if (!rules.maxItems().isEmpty()) {
            var counts = sheet.putObject("maxItems");
            rules.maxItems().forEach((input, count) -> counts.put(input.field(), count));
        }
        if (!rules.defaults().isEmpty()) {
            var defaults = sheet.putObject("defaults");
            rules.defaults().forEach((input, value) -> defaults.put(input.field(), value));
        }
        limits(sheet, rules.limits());
        list(sheet, "traits", rules.traits());
        sheet.set("constraints", WireConstraints.write(model.constraints()));
        provenance(sheet, model);
        return sheet;
    }

    private static String duration(DurationMode mode) {
        return switch (mode) {
            case LISTED -> "one of the options";
            case FROM_SOURCE -> "that of video_url";
            case IGNORED -> "that of video_url, whatever the field says";
        };
    }

    private static void options(ObjectNode sheet, Model model) {
        var options = Json.object();
        for (var input : Input.values()) {
            var literals = model.options(input);
            if (!literals.isEmpty()) {
                addAll(options.putArray(input.field()), literals);
            }
        }
        if (!options.isEmpty()) {
            sheet.set("options", options);
        }
    }

    private static void limits(ObjectNode sheet, Limits limits) {
        if (limits.equals(Limits.NONE)) {
            return;
        }
        var node = sheet.putObject("limits");
        part(node, "images", limits.images(), ImageLimits.NONE);
        part(node, "referenceVideos", limits.referenceVideos(), ClipLimits.NONE);
        part(node, "referenceAudios", limits.referenceAudios(), ClipLimits.NONE);
        part(node, "elements", limits.elements(), ElementLimits.NONE);
        part(node, "upscale", limits.upscale(), UpscaleLimits.NONE);
    }

    private static <T> void part(ObjectNode node, String name, T part, T none) {
        if (!part.equals(none)) {
            node.set(name, Json.mapper().valueToTree(part));
        }
    }

    private static void provenance(ObjectNode sheet, Model model) {
        var node = sheet.putObject("provenance");
        new TreeMap<>(model.provenance()).forEach((name, origin) -> {
            var entry = node.putObject(name);
            entry.put("inferred", origin.inferred());
            if (!origin.source().isEmpty()) {
                entry.put("source", origin.source());
            }
        });
    }

    private static void list(ObjectNode sheet, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            addAll(sheet.putArray(name), values);
        }
    }

    private static void addAll(ArrayNode array, Collection<?> values) {
        values.forEach(value -> array.add(value.toString()));
    }
}
