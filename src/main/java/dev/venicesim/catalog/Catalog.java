package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The video models of an edition: those it lists, in wire order, and those it takes without listing them. Immutable. */
public final class Catalog {

    private final Edition edition;
    private final List<Model> listed;
    private final List<Model> unlisted;
    private final Map<String, Model> byId;
    private final Map<String, JsonNode> saved;

    Catalog(Edition edition, List<Model> models) {
        this(edition, models, Map.of());
    }

    /** With the entries of a saved listing, by id. */
    Catalog(Edition edition, List<Model> models, Map<String, JsonNode> saved) {
        this.saved = saved;
        this.edition = edition;
        this.listed = models.stream().filter(Model::listed).toList();
        this.unlisted = models.stream().filter(model -> !model.listed()).toList();
        var index = new LinkedHashMap<String, Model>();
        models.forEach(model -> index.put(model.id(), model));
        this.byId = index;
    }

    /** The catalogue of an edition, read when first asked for. */
    public static Catalog of(Edition edition) {
        return switch (edition) {
            case E2026_06_17 -> June.CATALOG;
            case E2026_08_21 -> August.CATALOG;
        };
    }

    /**
     * The catalogue of a saved reply of the real {@code GET /models?type=video}. Models that the edition knows, or else another
     * one, keep their rules under the file's constraints; rules of others are concluded from {@code model_type}, id and
     * constraint keys. The edition's unlisted models stay.
     *
     * @throws IllegalArgumentException naming the JSON pointer and the fix
     */
    public static Catalog fromWire(JsonNode reply, Edition base) {
        return new WireCatalog(base).read(reply);
    }

    public Edition edition() {
        return edition;
    }

    /** The listed models in wire order. */
    public List<Model> listed() {
        return listed;
    }

    /** The models that queue takes although no listing shows them. */
    public List<Model> unlisted() {
        return unlisted;
    }

    /** How {@code GET /models} shows a model: as it was saved, if it was. */
    JsonNode entry(Model model) {
        var entry = saved.get(model.id());
        return entry == null ? ModelJson.write(model) : entry;
    }

    /** The model of this exact id, listed or not; {@link Model#listed()} tells. */
    public Optional<Model> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static final class June {
        static final Catalog CATALOG = CatalogFile.open(Edition.E2026_06_17).catalog();
    }

    private static final class August {
        static final Catalog CATALOG = CatalogFile.open(Edition.E2026_08_21).catalog();
    }
}
