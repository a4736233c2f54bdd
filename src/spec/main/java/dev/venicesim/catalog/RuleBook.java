package dev.venicesim.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of rules that an edition's models are made with: one for each kind of model, and those that several models
 * share. Those of {@code editions/rules.json} hold in every edition, unless the edition's own {@code rules.json} has a
 * row of the same name.
 */
record RuleBook(Map<ModelKind, KindRow> kinds, Map<String, RuleRow> shared) {

    /** A kind's row with the {@code model_type} its models publish. */
    record KindRow(String modelType, RuleRow row) {}

    static RuleBook of(ApiEdition edition) {
        var common = new RuleBook(Map.of(), Map.of()).with(new UserFileObject(EditionFiles.read("rules.json"), ""));
        return EditionFiles.ifThere(edition.id() + "/rules.json")
                .map(own -> common.with(new UserFileObject(own, "")))
                .orElse(common);
    }

    /**
     * This book with the rows of {@code kinds} and {@code shared} laid over it.
     *
     * @throws IllegalArgumentException naming the JSON pointer of what is not as it should be
     */
    RuleBook with(UserFileObject file) {
        var newKinds = new LinkedHashMap<>(kinds);
        for (var row : file.objects("kinds")) {
            var kind = kind(row);
            newKinds.put(kind, new KindRow(row.text("modelType"), RuleRow.of(row)));
        }
        var newShared = new LinkedHashMap<>(shared);
        for (var row : file.objects("shared")) {
            newShared.put(row.text("name"), RuleRow.of(row));
        }
        return new RuleBook(newKinds, newShared);
    }

    static ModelKind kind(UserFileObject row) {
        return ModelKind.find(row.text("kind"))
                .orElseThrow(() -> new IllegalArgumentException(row.pointer() + "/kind: no kind is called \""
                        + row.text("kind") + "\"; there are " + List.of(ModelKind.values())));
    }

    String modelType(ModelKind kind) {
        return kindRow(kind).modelType();
    }

    /** A kind's row, then the named ones, in the order in which they apply. */
    List<RuleRow> rows(ModelKind kind, List<String> names) {
        var rows = new ArrayList<RuleRow>();
        rows.add(kindRow(kind).row());
        for (var name : names) {
            var row = shared.get(name);
            if (row == null) {
                throw new IllegalArgumentException("no shared row of rules is called \"" + name + "\"; there are "
                        + String.join(", ", shared.keySet()));
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * The kind of a model of no edition: the first of its {@code model_type} whose text its id contains
     * ({@code -upscale}, {@code -motion-control}, {@code -transition}, {@code -first-last-frame},
     * {@code -reference-to-video}) or whose constraint it has ({@code enhancement}), else the plain kind of that type;
     * nothing if there is no such {@code model_type}.
     */
    Optional<ModelKind> kindOf(String id, Constraints constraints) {
        var ofType = kinds.entrySet().stream()
                .filter(kind -> kind.getValue().modelType().equals(constraints.modelType()))
                .toList();
        return ofType.stream()
                .filter(kind -> kind.getValue().row().isFor(id, constraints))
                .findFirst()
                .or(() -> ofType.stream()
                        .filter(kind -> !kind.getValue().row().isNarrow())
                        .findFirst())
                .map(Map.Entry::getKey);
    }

    /** The kind of a model of which the id is all that is known: what it says, or a plain text-to-video model. */
    ModelKind kindNamedIn(String id) {
        return kinds.entrySet().stream()
                .filter(kind -> kind.getValue().row().isFor(id)
                        || id.contains(kind.getKey().label()))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(ModelKind.TEXT_TO_VIDEO);
    }

    /** The shared rows a model of no edition takes because of its id, or of a constraint it has. */
    List<String> namesFor(String id, Constraints constraints) {
        return shared.entrySet().stream()
                .filter(entry -> entry.getValue().isFor(id, constraints))
                .map(Map.Entry::getKey)
                .toList();
    }

    private KindRow kindRow(ModelKind kind) {
        var row = kinds.get(kind);
        if (row == null) {
            throw new IllegalStateException("no rules.json has the kind " + kind);
        }
        return row;
    }
}
