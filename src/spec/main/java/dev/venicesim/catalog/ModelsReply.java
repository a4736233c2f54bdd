package dev.venicesim.catalog;

import dev.venicesim.api.Verified;
import dev.venicesim.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * The bodies of {@code GET /models}, {@code /models/traits} and {@code /models/compatibility_mapping}; the long ones
 * are made when first asked for. Only video models are simulated: every other type is an empty list, and so are the
 * maps, but for the text traits the documents name.
 */
@Verified(
        on = "2026-08-21",
        source = "docs/api/models.md#the-list-of-video-models, docs/api/models.md#traits-and-compatibility")
public final class ModelsReply {

    /** The type of a request that names none. */
    public static final String DEFAULT_TYPE = "text";

    private final List<String> mapTypes;
    private final List<String> listTypes;
    private final ApiEdition edition;
    private final Catalog catalog;
    private final ConcurrentMap<String, byte[]> rendered = new ConcurrentHashMap<>();

    /** The bodies for a catalogue. */
    public ModelsReply(Catalog catalog) {
        this.edition = catalog.edition();
        var types = EditionFiles.schema(edition, "models-reply")
                .path("properties")
                .path("type")
                .path("anyOf");
        this.mapTypes = DataNodes.strings(types.path(0).path("enum"));
        this.listTypes = Stream.concat(
                        mapTypes.stream(), DataNodes.strings(types.path(1).path("enum")).stream())
                .toList();
        this.catalog = catalog;
    }

    /** The list of a type as UTF-8 JSON, not to be changed; empty if there is no such type. */
    public Optional<byte[]> models(String type) {
        return models(type, catalog.listed());
    }

    /** The same without the models that are listed no more by then. */
    public Optional<byte[]> models(String type, Instant by) {
        var listed = catalog.listed().stream()
                .filter(model -> model.card().deprecation().stream().noneMatch(end -> end.isDelistedBy(by)))
                .toList();
        return models(type, listed);
    }

    private Optional<byte[]> models(String type, List<Model> listed) {
        return switch (type) {
            // as time goes on there are fewer, so their number tells one list from the others
            case "video", "all" ->
                Optional.of(rendered.computeIfAbsent(type + listed.size(), name -> list(type, listed)));
            default -> listTypes.contains(type) ? Optional.of(list(type, List.of())) : Optional.empty();
        };
    }

    /** Which model has which trait of a type, as UTF-8 JSON; empty if there is no such type. */
    public Optional<byte[]> traits(String type) {
        return map(type, edition.traits().getOrDefault(type, Map.of()));
    }

    /** Which foreign names are mapped to which model of a type, as UTF-8 JSON; empty if there is no such type. */
    public Optional<byte[]> compatibilityMapping(String type) {
        return map(type, Map.of());
    }

    private byte[] list(String type, List<Model> models) {
        var reply = Json.object();
        var data = reply.putArray("data");
        models.forEach(model -> data.add(catalog.entry(model)));
        reply.put("object", "list");
        reply.put("type", type);
        return Json.bytes(reply);
    }

    private Optional<byte[]> map(String type, Map<String, String> entries) {
        if (!mapTypes.contains(type)) {
            return Optional.empty();
        }
        var reply = Json.object();
        var data = reply.putObject("data");
        entries.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        reply.put("object", "list");
        reply.put("type", type);
        return Optional.of(Json.bytes(reply));
    }
}
