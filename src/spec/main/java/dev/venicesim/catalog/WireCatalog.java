package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A catalogue made from a saved reply of {@code GET /models}. Each model has the rules that {@link WireRules} finds for
 * it, with the file's constraints under them, or its own where the file has none, and is listed again as it was saved.
 * The file's own {@code x-venice-sim} may bring rows of rules, and say that the file {@code adds} to the edition's
 * models rather than takes their place.
 */
final class WireCatalog {

    private static final Set<String> FILE_KEYS = Set.of("about", "adds", "kinds", "shared", "source");

    private final Catalog base;

    WireCatalog(ApiEdition edition) {
        this.base = Catalog.of(edition);
    }

    Catalog read(JsonNode reply) {
        var data = reply.isArray() ? reply : reply.path("data");
        var root = reply.isArray() ? "" : "/data";
        if (!data.isArray()) {
            throw UserFileObject.refuse(root, data, "the array of models a reply of GET /models?type=video has");
        }
        var file = new UserFileObject(reply, "").part(WireRules.OWN);
        file.only(FILE_KEYS);
        var rules = new WireRules(base.edition(), file);
        var models = new LinkedHashMap<String, Model>();
        var saved = new HashMap<String, JsonNode>();
        for (var i = 0; i < data.size(); i++) {
            var entry = new UserFileObject(data.path(i), root + "/" + i);
            if (!entry.text("type", "video").equals("video")) {
                continue;
            }
            var model = rules.model(entry);
            if (models.put(model.id(), model) != null) {
                throw new IllegalArgumentException(
                        entry.pointer() + "/id: \"" + model.id() + "\" is there twice; remove one");
            }
            saved.put(model.id(), asSaved(entry.node()));
        }
        if (models.isEmpty()) {
            throw new IllegalArgumentException(root + ": holds no video model; save GET /models?type=video");
        }
        return new Catalog(base.edition(), withBase(models, file.flag("adds")), saved, base.names());
    }

    private List<Model> withBase(Map<String, Model> models, boolean adds) {
        var all = new ArrayList<Model>();
        if (adds) {
            base.listed().stream()
                    .filter(model -> !models.containsKey(model.id()))
                    .forEach(all::add);
        }
        all.addAll(models.values());
        base.unlisted().stream()
                .filter(model -> !models.containsKey(model.id()))
                .forEach(all::add);
        return all;
    }

    private static JsonNode asSaved(JsonNode entry) {
        return entry.has(WireRules.OWN) ? ((ObjectNode) entry.deepCopy()).without(WireRules.OWN) : entry;
    }
}
