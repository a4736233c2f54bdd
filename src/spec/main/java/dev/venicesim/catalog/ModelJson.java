package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.json.Json;

/** A model in the form in which {@code GET /models} lists it. */
@Verified(on = "2026-08-21", source = "docs/api/models.md#entry-of-a-model")
final class ModelJson {

    private ModelJson() {}

    static ObjectNode write(Model model) {
        var node = Json.object();
        node.put("created", model.card().created());
        node.put("id", model.id());
        node.set("model_spec", spec(model));
        node.put("object", "model");
        node.put("owned_by", "venice.ai");
        node.put("type", "video");
        return node;
    }

    private static ObjectNode spec(Model model) {
        var card = model.card();
        var spec = Json.object();
        spec.put("name", card.name());
        spec.put("privacy", card.privacy());
        spec.putArray("traits");
        spec.set("constraints", WireConstraints.write(model.constraints()));
        if (card.beta()) {
            spec.put("betaModel", true);
        }
        if (card.uncensored()) {
            spec.put("uncensored", true);
        }
        if (!card.modelSource().isEmpty()) {
            spec.put("modelSource", card.modelSource());
        }
        card.deprecation().forEach(end -> spec.set("deprecation", deprecation(end)));
        card.others().forEach(spec::set);
        return spec;
    }

    private static ObjectNode deprecation(Deprecation end) {
        var node = Json.object();
        node.put("autoRemap", end.autoRemap());
        node.put("date", end.date());
        node.put("removesAt", end.removesAt());
        end.replacementModel().ifPresent(id -> node.put("replacementModelId", id));
        return node;
    }
}
