package dev.venicesim.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code rules.json}: one for each kind of model, and those that several models share. */
record RuleBook(Map<Kind, KindRow> kinds, Map<String, RuleRow> shared) {

    /** A kind's row with the {@code model_type} its models publish. */
    record KindRow(String modelType, RuleRow row) {}

    static RuleBook load() {
        var file = Nodes.resource("rules.json");
        var kinds = new LinkedHashMap<Kind, KindRow>();
        for (var row : file.path("kinds")) {
            var kind = Kind.find(row.path("kind").textValue()).orElseThrow();
            kinds.put(kind, new KindRow(row.path("modelType").textValue(), RuleRow.of(row)));
        }
        var shared = new LinkedHashMap<String, RuleRow>();
        for (var row : file.path("shared")) {
            shared.put(row.path("name").textValue(), RuleRow.of(row));
        }
        return new RuleBook(kinds, shared);
    }

    String modelType(Kind kind) {
        return kindRow(kind).modelType();
    }

    /** A kind's row, then the named ones, in the order in which they apply. */
    List<RuleRow> rows(Kind kind, List<String> names) {
        var rows = new ArrayList<RuleRow>();
        rows.add(kindRow(kind).row());
        for (var name : names) {
            var row = shared.get(name);
            if (row == null) {
                throw new IllegalStateException("rules.json has no row " + name);
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * The kind of a model of no edition: the first of its {@code model_type} whose text its id contains ({@code -upscale},
     * {@code -motion-control}, {@code -transition}, {@code -first-last-frame}, {@code -reference-to-video}), else the plain kind
     * of that type; nothing if there is no such {@code model_type}.
     */
    Optional<Kind> kindOf(String id, String modelType) {
        var ofType = kinds.entrySet().stream()
                .filter(kind -> kind.getValue().modelType().equals(modelType))
                .toList();
        return ofType.stream()
                .filter(kind -> kind.getValue().row().isFor(id))
                .findFirst()
                .or(() -> ofType.stream()
                        .filter(kind -> kind.getValue().row().contains().isEmpty())
                        .findFirst())
                .map(Map.Entry::getKey);
    }

    /** The kind of a model of which the id is all that is known: what it says, or a plain text-to-video model. */
    Kind kindNamedIn(String id) {
        return kinds.entrySet().stream()
                .filter(kind -> kind.getValue().row().isFor(id)
                        || id.contains(kind.getKey().label()))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(Kind.TEXT_TO_VIDEO);
    }

    /** The shared rows a model of no edition takes because of its id. */
    List<String> namesFor(String id) {
        return shared.entrySet().stream()
                .filter(entry -> entry.getValue().isFor(id))
                .map(Map.Entry::getKey)
                .toList();
    }

    private KindRow kindRow(Kind kind) {
        var row = kinds.get(kind);
        if (row == null) {
            throw new IllegalStateException("rules.json has no kind " + kind);
        }
        return row;
    }
}
