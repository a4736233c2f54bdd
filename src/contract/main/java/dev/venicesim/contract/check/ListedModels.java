package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelsReply;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Comparison of a models list with an edition's. */
final class ListedModels {

    private static final Map<String, String> TYPES = Map.of(
            "text-to-video", "text-to-video",
            "image-to-video", "image-to-video");

    private ListedModels() {}

    /** One difference for all models that are missing. An additional one breaks no client, and is drift's to tell. */
    static Optional<Difference> compared(ApiEdition edition, List<JsonNode> listed) {
        var ours = new LinkedHashSet<>(
                Catalog.of(edition).listed().stream().map(Model::id).toList());
        var theirs = new LinkedHashSet<>(listed.stream().map(ModelSample::id).toList());
        var missing = new ArrayList<>(ours);
        missing.removeAll(theirs);
        var additional = new ArrayList<>(theirs);
        additional.removeAll(ours);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(
                        "/data",
                        "the edition's " + ours.size() + " models",
                        theirs.size() + " models; missing " + missing + ", additional " + additional));
    }

    /** Whether the list is the edition's without the models that by then are listed no more. */
    static boolean areThoseLeft(ApiEdition edition, List<JsonNode> listed, Instant by) {
        var left = new ModelsReply(Catalog.of(edition)).models("video", by).orElseThrow();
        var ids = Json.trusted(left).path("data").findValuesAsText("id");
        return new HashSet<>(ids)
                .equals(new HashSet<>(listed.stream().map(ModelSample::id).toList()));
    }

    /** That a model is of the edition's type, or of that which an unknown one's id names. */
    static Optional<Difference> type(ApiEdition edition, JsonNode model) {
        var type = ModelSample.constraints(model).path("model_type").asText();
        var id = ModelSample.id(model);
        var expected = Catalog.of(edition)
                .find(id)
                .map(known -> known.constraints().modelType())
                .or(() -> TYPES.keySet().stream()
                        .filter(end -> id.endsWith(end) || id.endsWith(end + "-basic"))
                        .findFirst());
        return expected.filter(text -> !text.equals(type))
                .map(text -> new Difference("/data", "model_type " + text + " of " + id, type));
    }

    /** Quotes at the durations and resolutions of a model that the edition does not know of it. */
    static List<ObjectNode> unknownValues(ApiEdition edition, JsonNode model) {
        var known = Catalog.of(edition).find(ModelSample.id(model));
        var constraints = ModelSample.constraints(model);
        var durations = ModelSample.texts(constraints.path("durations"));
        var bodies = new ArrayList<ObjectNode>();
        if (known.isEmpty()) {
            return bodies;
        }
        for (var duration : durations) {
            if (!known.get().options(RequestField.DURATION).contains(duration)) {
                bodies.add(ModelSample.bare(model, duration));
            }
        }
        for (var resolution : ModelSample.texts(constraints.path("resolutions"))) {
            if (!known.get().constraints().resolutions().contains(resolution)) {
                bodies.add(ModelSample.bare(model, durations.get(0)).put("resolution", resolution));
            }
        }
        return bodies;
    }
}
