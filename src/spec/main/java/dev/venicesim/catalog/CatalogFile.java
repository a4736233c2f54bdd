package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An edition's data file as it ships, beside the rules it refers to. */
final class CatalogFile {

    private final ApiEdition edition;
    private final RuleBook book;
    private final JsonNode file;

    private CatalogFile(ApiEdition edition, RuleBook book) {
        this.edition = edition;
        this.book = book;
        this.file = EditionFiles.read(edition.id() + "/models.json");
    }

    static CatalogFile open(ApiEdition edition) {
        return new CatalogFile(edition, RuleBook.of(edition));
    }

    RuleBook book() {
        return book;
    }

    /** The blocks of the listed models by id, in wire order. */
    Map<String, ModelBlock> blocks() {
        var blocks = new LinkedHashMap<String, ModelBlock>();
        for (var node : file.path("models")) {
            var block = new ModelBlock(whole(node));
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
        return new Catalog(edition, models, Map.of(), names());
    }

    /** A block; where it is as in another edition, that one's with its own keys laid over it. */
    private static JsonNode whole(JsonNode block) {
        var other = block.path("asIn");
        if (other.isMissingNode()) {
            return block;
        }
        var id = block.path("id").textValue();
        var there = open(ApiEdition.of(other.textValue())).blocks().get(id);
        if (there == null) {
            throw new IllegalStateException("edition " + other.textValue() + " has no model " + id);
        }
        var copy = there.node().<ObjectNode>deepCopy();
        copy.setAll((ObjectNode) block);
        return copy;
    }

    private OtherNames names() {
        return new OtherNames(
                DataNodes.texts(file.path("aliases").path("prefixes")),
                DataNodes.texts(file.path("removed").path("replacements")));
    }

    /** The models an edition takes without listing them, as an earlier edition has them. */
    private List<Model> unlisted() {
        var unlisted = file.path("unlisted");
        if (unlisted.isMissingNode()) {
            return List.of();
        }
        var earlier = Catalog.of(ApiEdition.of(unlisted.path("asIn").textValue()));
        return DataNodes.strings(unlisted.path("ids")).stream()
                .map(id -> earlier.find(id).orElseThrow().asUnlisted())
                .toList();
    }
}
