package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reader of what an entry of a saved listing says beside the constraints. */
final class WireCard {

    private static final Set<String> KNOWN =
            Set.of("name", "privacy", "traits", "constraints", "betaModel", "uncensored", "modelSource", "deprecation");

    private WireCard() {}

    static ModelCard read(UserFileObject entry) {
        var spec = entry.object("model_spec");
        return new ModelCard(
                spec.text("name", entry.text("id")),
                entry.has("created") ? entry.number("created").longValue() : 0,
                spec.text("privacy", "anonymized"),
                spec.flag("betaModel"),
                spec.flag("uncensored"),
                spec.text("modelSource", ""),
                spec.has("deprecation") ? List.of(deprecation(spec.object("deprecation"))) : List.of(),
                others(spec.node()));
    }

    private static Deprecation deprecation(UserFileObject end) {
        return new Deprecation(
                end.instant("date"),
                end.instant("removesAt"),
                end.flag("autoRemap"),
                end.text("replacementModelId", ""));
    }

    private static Map<String, JsonNode> others(JsonNode spec) {
        var others = new LinkedHashMap<String, JsonNode>();
        for (var entry : spec.properties()) {
            if (!KNOWN.contains(entry.getKey())) {
                others.put(entry.getKey(), entry.getValue());
            }
        }
        return Collections.unmodifiableMap(others);
    }
}
