package dev.venicesim.catalog;

import dev.venicesim.error.Verified;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The bodies of {@code GET /models}, {@code /models/traits} and {@code /models/compatibility_mapping}; the long ones are made when first
 * asked for. Only video models are simulated: every other type is an empty list, and so are the maps, but for the text traits the documents name.
 */
@Verified(on = "2026-08-21", source = "OpenAPI listModels; api-facts 1.7, 1.8")
public final class ModelsReply {

    /** The type of a request that names none. */
    public static final String DEFAULT_TYPE = "text";

    /** What {@code type} may be on traits and compatibility_mapping. */
    public static final List<String> MAP_TYPES =
            List.of("asr", "embedding", "image", "music", "text", "tts", "upscale", "inpaint", "video");

    /** What {@code type} may be on models. */
    public static final List<String> LIST_TYPES =
            List.of("asr", "embedding", "image", "music", "text", "tts", "upscale", "inpaint", "video", "all", "code");

    private static final Map<String, String> AUGUST_TEXT_TRAITS = Map.of(
            "default", "zai-org-glm-5-2",
            "function_calling_default", "zai-org-glm-5-2",
            "default_vision", "qwen-3-8-27b",
            "default_reasoning", "kimi-k3",
            "default_code", "deepseek-v4-pro-0813",
            "most_uncensored", "venice-uncensored-1-2",
            "most_intelligent", "grok-4-6");

    private final Edition edition;
    private final Catalog catalog;
    private final ConcurrentMap<String, byte[]> rendered = new ConcurrentHashMap<>();

    /** The bodies for a catalogue. */
    public ModelsReply(Catalog catalog) {
        this.edition = catalog.edition();
        this.catalog = catalog;
    }

    /** The list of a type as UTF-8 JSON, not to be changed; empty if there is no such type. */
    public Optional<byte[]> models(String type) {
        return switch (type) {
            case "video", "all" -> Optional.of(rendered.computeIfAbsent(type, name -> list(name, catalog.listed())));
            default -> LIST_TYPES.contains(type) ? Optional.of(list(type, List.of())) : Optional.empty();
        };
    }

    /** Which model has which trait of a type, as UTF-8 JSON; empty if there is no such type. */
    public Optional<byte[]> traits(String type) {
        var known = type.equals("text") && edition == Edition.E2026_08_21;
        return map(type, known ? AUGUST_TEXT_TRAITS : Map.of());
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

    private static Optional<byte[]> map(String type, Map<String, String> entries) {
        if (!MAP_TYPES.contains(type)) {
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
