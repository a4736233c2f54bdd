package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reader that joins what an edition's file, the rule rows and a model's block say about where its values come from; the
 * nearest to the model wins.
 */
final class ProvenanceReader {

    private static final String CONSTRAINTS = "constraints";

    /** The keys that {@code constraints} stands for in a block's {@code inferred}. */
    private static final List<String> GROUP = List.of(
            "aspect_ratios",
            "audio",
            "audio_configurable",
            "audio_input",
            "durations",
            "model_type",
            "resolutions",
            "video_input");

    private final Set<String> usuallyInferred;
    private final Map<String, String> usualSources;

    ProvenanceReader(JsonNode file) {
        this.usuallyInferred = DataNodes.stringSet(file.path("inferred"));
        this.usualSources = DataNodes.texts(file.path("sources"));
    }

    Map<String, Provenance> read(JsonNode block, List<RuleRow> rows) {
        var sources = new HashMap<>(usualSources);
        rows.forEach(row -> sources.putAll(row.sources()));
        var ofConstraints = sources.getOrDefault(CONSTRAINTS, "");
        GROUP.forEach(key -> sources.putIfAbsent(key, ofConstraints));
        WireConstraints.NUMBERS.forEach(key -> sources.putIfAbsent(key, ofConstraints));
        sources.remove(CONSTRAINTS);

        var inferred = new HashSet<>(usuallyInferred);
        inferred.removeAll(DataNodes.stringSet(block.path("shown")));
        inferred.addAll(DataNodes.stringSet(block.path("inferred")));
        if (inferred.remove(CONSTRAINTS)) {
            inferred.addAll(GROUP);
        }
        var all = new HashMap<String, Provenance>();
        sources.forEach((name, source) -> all.put(name, new Provenance(inferred.contains(name), source)));
        inferred.forEach(name -> all.putIfAbsent(name, new Provenance(true, "")));
        return Collections.unmodifiableMap(all);
    }
}
