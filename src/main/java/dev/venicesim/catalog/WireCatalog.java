package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A catalogue made from a saved reply of {@code GET /models}. A model that the edition knows, or else another one, keeps its
 * rows there, with the file's constraints under them, or its own where the file has none; any other gets the kind and the shared
 * rows its {@code model_type} and id call for ({@link RuleBook#kindOf}, {@link RulesDerivation}). Each is listed again as it was saved.
 */
final class WireCatalog {

    private static final Set<String> CARD_KEYS =
            Set.of("name", "privacy", "traits", "constraints", "betaModel", "uncensored", "modelSource", "deprecation");

    private final Catalog base;
    private final RuleBook book;
    private final Map<String, Known> known = new HashMap<>();

    /** What an edition says of a model beyond its constraints. */
    private record Known(Kind kind, List<RuleRow> rows, Map<String, Provenance> provenance, Constraints constraints) {}

    WireCatalog(Edition edition) {
        this.base = Catalog.of(edition);
        this.book = RuleBook.load();
        learn(edition);
        for (var other : Edition.values()) {
            learn(other);
        }
    }

    private void learn(Edition edition) {
        var catalog = Catalog.of(edition);
        for (var block : CatalogFile.open(edition).blocks().values()) {
            var model = catalog.find(block.id()).orElseThrow();
            known.putIfAbsent(
                    block.id(), new Known(block.kind(), block.rows(book), model.provenance(), model.constraints()));
        }
    }

    Catalog read(JsonNode reply) {
        var data = reply.isArray() ? reply : reply.path("data");
        var root = reply.isArray() ? "" : "/data";
        if (!data.isArray()) {
            throw Pointed.refuse(root, data, "the array of models a reply of GET /models?type=video has");
        }
        var models = new ArrayList<Model>();
        var saved = new HashMap<String, JsonNode>();
        for (var i = 0; i < data.size(); i++) {
            var entry = new Pointed(data.path(i), root + "/" + i);
            if (!entry.text("type", "video").equals("video")) {
                continue;
            }
            var model = model(entry);
            if (saved.put(model.id(), entry.node()) != null) {
                throw new IllegalArgumentException(
                        entry.pointer() + "/id: \"" + model.id() + "\" is there twice; remove one");
            }
            models.add(model);
        }
        if (models.isEmpty()) {
            throw new IllegalArgumentException(root + ": holds no video model; save GET /models?type=video");
        }
        base.unlisted().stream().filter(model -> !saved.containsKey(model.id())).forEach(models::add);
        return new Catalog(base.edition(), models, saved);
    }

    private Model model(Pointed entry) {
        var id = entry.text("id");
        var spec = entry.object("model_spec");
        var told = known.get(id);
        var constraints = constraints(spec, told == null ? nothing(id) : told.constraints());
        var what = told == null ? conclude(id, constraints, spec) : told;
        var rules = RulesDerivation.derive(what.kind(), constraints, what.rows());
        return new Model(id, true, card(entry, spec), constraints, rules, what.provenance());
    }

    private static Constraints constraints(Pointed spec, Constraints otherwise) {
        return spec.has("constraints")
                ? WireConstraints.read(spec.object("constraints"), otherwise.modelType())
                : otherwise;
    }

    /** What is known of a model of which no constraints are listed. */
    private Constraints nothing(String id) {
        return WireConstraints.read(new Pointed(Json.object(), ""), book.modelType(book.kindNamedIn(id)));
    }

    private Known conclude(String id, Constraints constraints, Pointed spec) {
        var kind = kind(id, constraints, spec);
        var origin = new Provenance(true, "concluded from model_type, id and constraints");
        return new Known(kind, book.rows(kind, book.namesFor(id)), Map.of("rules", origin), constraints);
    }

    private Kind kind(String id, Constraints constraints, Pointed spec) {
        var type = constraints.modelType();
        return book.kindOf(id, type)
                .or(() -> Kind.find(type))
                .orElseThrow(() -> new IllegalArgumentException(spec.pointer()
                        + "/constraints/model_type: expected text-to-video, image-to-video or video, found " + type));
    }

    private static Card card(Pointed entry, Pointed spec) {
        return new Card(
                spec.text("name", entry.text("id")),
                entry.has("created") ? entry.number("created").longValue() : 0,
                spec.text("privacy", "anonymized"),
                spec.flag("betaModel"),
                spec.flag("uncensored"),
                spec.text("modelSource", ""),
                spec.has("deprecation") ? List.of(deprecation(spec.object("deprecation"))) : List.of(),
                others(spec.node()));
    }

    private static Deprecation deprecation(Pointed end) {
        return new Deprecation(
                end.instant("date"),
                end.instant("removesAt"),
                end.flag("autoRemap"),
                end.text("replacementModelId", ""));
    }

    private static Map<String, JsonNode> others(JsonNode spec) {
        var others = new LinkedHashMap<String, JsonNode>();
        for (var entry : spec.properties()) {
            if (!CARD_KEYS.contains(entry.getKey())) {
                others.put(entry.getKey(), entry.getValue());
            }
        }
        return Collections.unmodifiableMap(others);
    }
}
