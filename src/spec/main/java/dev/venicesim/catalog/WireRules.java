package dev.venicesim.catalog;

import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of the models of a saved listing. A model that an edition knows keeps its rows; any other gets the kind and the
 * shared rows that its {@code model_type} and id call for. An entry's {@code x-venice-sim} says what an edition's data
 * file could say: a {@code kind} and the names of shared {@code rules} in place of those, and the keys of a row to add.
 */
final class WireRules {

    /** The key of a models file, and of its entries, that the API does not have. */
    static final String OWN = "x-venice-sim";

    private static final Set<String> KEYS = keys();
    private static final Provenance SAVED = new Provenance(false, "saved list");

    private final RuleBook book;
    private final KnownModels known;
    private final Optional<Provenance> list;

    WireRules(ApiEdition edition, UserFileObject file) {
        this.book = RuleBook.of(edition).with(file);
        this.known = new KnownModels(edition);
        this.list = file.has("source") ? Optional.of(new Provenance(false, file.text("source"))) : Optional.empty();
    }

    private static Set<String> keys() {
        var keys = new HashSet<>(RuleRow.KEYS);
        keys.addAll(Set.of("kind", "rules", "listed", "inferred"));
        return Set.copyOf(keys);
    }

    /** The model of an entry, its rules made of all there is to know. */
    Model model(UserFileObject entry) {
        var id = entry.text("id");
        var spec = entry.object("model_spec");
        var told = known.find(id);
        var constraints =
                constraints(spec, told.map(KnownModels.Facts::constraints).orElseGet(() -> nothing(id)));
        var what = told.orElseGet(() -> conclude(id, constraints, spec));
        var own = entry.part(OWN);
        own.only(KEYS);
        var kind = own.has("kind") ? RuleBook.kind(own) : what.kind();
        var rows = new ArrayList<>(rows(own, kind, what));
        rows.add(RuleRow.of(own));
        var listed = !own.has("listed") || own.flag("listed");
        var rules = RulesDerivation.derive(kind, constraints, rows);
        var before = new HashMap<>(told.isPresent() ? what.provenance() : concluded(rows));
        if (list.isPresent()
                || !constraints.equals(told.map(KnownModels.Facts::constraints).orElse(null))) {
            keys(spec).forEach(key -> before.put(key, list.orElse(SAVED)));
        }
        return new Model(id, listed, WireCard.read(entry), constraints, rules, provenance(own, before));
    }

    /** The constraints that the file itself states. */
    private static List<String> keys(UserFileObject spec) {
        return spec.has("constraints")
                ? spec.object("constraints").node().properties().stream()
                        .map(Map.Entry::getKey)
                        .toList()
                : List.of();
    }

    private List<RuleRow> rows(UserFileObject own, ModelKind kind, KnownModels.Facts otherwise) {
        if (!own.has("kind") && !own.has("rules")) {
            return otherwise.rows();
        }
        try {
            return book.rows(kind, own.texts("rules"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(own.pointer() + "/rules: " + e.getMessage(), e);
        }
    }

    private Map<String, Provenance> provenance(UserFileObject own, Map<String, Provenance> before) {
        var all = new HashMap<>(before);
        var inferred = Set.copyOf(own.texts("inferred"));
        DataNodes.texts(own.part("sources").node())
                .forEach((name, source) -> all.put(name, new Provenance(inferred.contains(name), source)));
        inferred.forEach(name -> all.merge(
                name,
                new Provenance(true, list.orElse(SAVED).source()),
                (there, added) -> new Provenance(true, there.source())));
        return Map.copyOf(all);
    }

    private static Constraints constraints(UserFileObject spec, Constraints otherwise) {
        return spec.has("constraints")
                ? WireConstraints.read(spec.object("constraints"), otherwise.modelType())
                : otherwise;
    }

    /** What is known of a model of which no constraints are listed. */
    private Constraints nothing(String id) {
        return WireConstraints.read(new UserFileObject(Json.object(), ""), book.modelType(book.kindNamedIn(id)));
    }

    private KnownModels.Facts conclude(String id, Constraints constraints, UserFileObject spec) {
        var kind = kind(id, constraints, spec);
        return new KnownModels.Facts(kind, book.rows(kind, book.namesFor(id, constraints)), Map.of(), constraints);
    }

    /** Rules that stand for a family are known of this model by conclusion only, as old as the list that names it. */
    private Map<String, Provenance> concluded(List<RuleRow> rows) {
        var when = list.map(source -> ", " + source.source()).orElse("");
        var origin = new Provenance(true, "concluded from model_type, id and constraints" + when);
        var all = new HashMap<String, Provenance>();
        rows.forEach(row -> row.sources().keySet().forEach(name -> all.put(name, origin)));
        all.put(RuleAges.RULES, origin);
        return all;
    }

    private ModelKind kind(String id, Constraints constraints, UserFileObject spec) {
        var type = constraints.modelType();
        return book.kindOf(id, constraints)
                .or(() -> ModelKind.find(type))
                .orElseThrow(() -> new IllegalArgumentException(spec.pointer()
                        + "/constraints/model_type: expected text-to-video, image-to-video or video, found " + type));
    }
}
