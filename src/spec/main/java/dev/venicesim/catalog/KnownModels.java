package dev.venicesim.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Catalogue of what the editions say of each model beyond its constraints: the edition in question first, then the others, the
 * oldest first.
 */
final class KnownModels {

    private final Map<String, Facts> known = new HashMap<>();

    /** Kind, rows, provenance and constraints of one model. */
    record Facts(ModelKind kind, List<RuleRow> rows, Map<String, Provenance> provenance, Constraints constraints) {}

    KnownModels(ApiEdition first) {
        learn(first);
        ApiEdition.all().forEach(this::learn);
    }

    private void learn(ApiEdition edition) {
        var catalog = Catalog.of(edition);
        var file = CatalogFile.open(edition);
        for (var block : file.blocks().values()) {
            var model = catalog.find(block.id()).orElseThrow();
            known.putIfAbsent(
                    block.id(),
                    new Facts(block.kind(), block.rows(file.book()), model.provenance(), model.constraints()));
        }
    }

    Optional<Facts> find(String id) {
        return Optional.ofNullable(known.get(id));
    }
}
