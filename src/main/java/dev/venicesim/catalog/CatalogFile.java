package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An edition's data file as it ships, beside the rules it refers to. */
final class CatalogFile {

    private final Edition edition;
    private final RuleBook book;
    private final JsonNode file;

    private CatalogFile(Edition edition, RuleBook book) {
        this.edition = edition;
        this.book = book;
        this.file = Nodes.resource("models-" + edition.id() + ".json");
    }

    static CatalogFile open(Edition edition) {
        return new CatalogFile(edition, RuleBook.load());
    }

    /** The blocks of the listed models by id, in wire order. */
    Map<String, ModelBlock> blocks() {
        var blocks = new LinkedHashMap<String, ModelBlock>();
        for (var node : file.path("models")) {
            var block = new ModelBlock(node);
            blocks.put(block.id(), block);
        }
        return blocks;
    }

    Catalog catalog() {
        var provenance = new ProvenanceReader(file);
        var models = new ArrayList<Model>();
        for (var block : blocks().values()) {
            var rows = block.rows(book);
            var constraints = block.constraints(book);
            var rules = RulesDerivation.derive(block.kind(), constraints, rows);
            models.add(
                    new Model(block.id(), true, block.card(), constraints, rules, provenance.read(block.node(), rows)));
        }
        models.addAll(unlisted());
        return new Catalog(edition, models);
    }

    /** The models an edition takes without listing them, as an earlier edition has them. */
    private List<Model> unlisted() {
        var unlisted = file.path("unlisted");
        if (unlisted.isMissingNode()) {
            return List.of();
        }
        var earlier = Catalog.of(Edition.find(unlisted.path("asIn").textValue()).orElseThrow());
        return Nodes.strings(unlisted.path("ids")).stream()
                .map(id -> earlier.find(id).orElseThrow().asUnlisted())
                .toList();
    }
}
