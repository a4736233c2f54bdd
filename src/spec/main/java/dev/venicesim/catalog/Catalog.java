package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The video models of an edition: those it lists, in wire order, and those it takes without listing them. Immutable.
 */
public final class Catalog {

    private static final Memo<ApiEdition, Catalog> SHIPPED =
            new Memo<>(edition -> CatalogFile.open(edition).catalog());

    private final ApiEdition edition;
    private final List<Model> listed;
    private final List<Model> unlisted;
    private final Map<String, Model> byId;
    private final Map<String, JsonNode> saved;
    private final OtherNames names;

    Catalog(ApiEdition edition, List<Model> models) {
        this(edition, models, Map.of(), OtherNames.NONE);
    }

    /** With the entries of a saved listing, by id. */
    Catalog(ApiEdition edition, List<Model> models, Map<String, JsonNode> saved, OtherNames names) {
        this.saved = saved;
        this.names = names;
        this.edition = edition;
        this.listed = models.stream().filter(Model::listed).toList();
        this.unlisted = models.stream().filter(model -> !model.listed()).toList();
        var index = new LinkedHashMap<String, Model>();
        models.forEach(model -> index.put(model.id(), model));
        this.byId = index;
    }

    /** The catalogue of an edition, read when first asked for. */
    public static Catalog of(ApiEdition edition) {
        return SHIPPED.of(edition);
    }

    /**
     * The catalogue of a saved reply of the real {@code GET /models?type=video}. Models that the edition knows, or else
     * another one, keep their rules under the file's constraints; rules of others are concluded from
     * {@code model_type}, id and constraint keys. The edition's unlisted models stay.
     *
     * @throws IllegalArgumentException naming the JSON pointer and the fix
     */
    public static Catalog fromWire(JsonNode reply, ApiEdition base) {
        return new WireCatalog(base).read(reply);
    }

    public ApiEdition edition() {
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

    /** The ids that were listed once and are not any more, as far as they are known to be. */
    public List<String> removed() {
        return names.removed().keySet().stream().sorted().toList();
    }

    OtherNames names() {
        return names;
    }

    /** The model a request means: that of this id, or of which it is an alias. */
    public Optional<Model> named(String id) {
        return find(id).or(() -> names.alias(id).flatMap(this::find));
    }

    /** Whether an id was listed once and is not any more, whether or not something takes its place. */
    public boolean isRemoved(String id) {
        return named(id).isEmpty() && names.replacement(id).isPresent();
    }

    /** The model in whose hands the requests for a removed one are; nothing if it never was, or is still there. */
    public Optional<Model> replacing(String id) {
        return named(id).isPresent() ? Optional.empty() : names.replacement(id).flatMap(this::find);
    }

    /**
     * How what is said of the models is known and since when: counts of what is documented, observed and derived, of
     * all and of each model, and {@code byFamily}, the models that no edition knows and whose rules were concluded.
     *
     * @param today from which ages are counted
     */
    public ObjectNode ages(LocalDate today) {
        return new RuleAges(edition).write(this, today);
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
}
