package dev.venicesim.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The video models of an edition: those it lists, in wire order, and those it takes without listing them. Immutable. */
public final class Catalog {

    private final Edition edition;
    private final List<Model> listed;
    private final Map<String, Model> byId;

    Catalog(Edition edition, List<Model> models) {
        this.edition = edition;
        this.listed = models.stream().filter(Model::listed).toList();
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

    public Edition edition() {
        return edition;
    }

    /** The listed models in wire order. */
    public List<Model> listed() {
        return listed;
    }

    /** The model of this exact id, listed or not; {@link Model#listed()} tells. */
    public Optional<Model> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static final class June {
        static final Catalog CATALOG = CatalogFile.load(Edition.E2026_06_17);
    }

    private static final class August {
        static final Catalog CATALOG = CatalogFile.load(Edition.E2026_08_21);
    }
}
