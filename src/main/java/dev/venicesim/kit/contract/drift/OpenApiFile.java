package dev.venicesim.kit.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.Locale;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** An OpenAPI 3.0 file of the API, read as YAML 1.2, so that {@code 16:9} stays a ratio; its schemas as JSON Schema 2020-12 writes them. */
final class OpenApiFile {

    private static final int MAX_DEPTH = 60;

    private final JsonNode root;

    private OpenApiFile(JsonNode root) {
        this.root = root;
    }

    /**
     * @throws IllegalArgumentException if it is no YAML, no OpenAPI file, or one of another API
     */
    static OpenApiFile read(String text) {
        var root = tree(text);
        if (!root.path("openapi").isTextual() || !root.path("paths").isObject()) {
            throw new IllegalArgumentException("openapi holds no OpenAPI 3 description; give the API's own file");
        }
        if (!root.path("paths").has("/video/queue")) {
            throw new IllegalArgumentException("openapi describes \""
                    + root.at("/info/title").asText() + "\", which has no /video/queue; give a file of the Venice API");
        }
        return new OpenApiFile(root);
    }

    private static JsonNode tree(String text) {
        try {
            var settings = LoadSettings.builder().setCodePointLimit(20_000_000).build();
            return Json.mapper().valueToTree(new Load(settings).loadFromString(text));
        } catch (YamlEngineException | IllegalArgumentException e) {
            var why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new IllegalArgumentException("openapi is no readable YAML: " + why, e);
        }
    }

    String version() {
        return root.at("/info/version").asText();
    }

    /** An operation, by {@code "post /video/queue"}; missing if there is none. */
    JsonNode operation(String place) {
        var words = place.split(" ", 2);
        return root.path("paths").path(words[1]).path(words[0]);
    }

    /** A component by name, or a reply as {@code "get /models 200"}. */
    JsonNode schema(String place) {
        var words = place.split(" ", -1);
        if (words.length == 1) {
            return modern(root.path("components").path("schemas").path(place), 0);
        }
        return modern(
                operation(words[0] + " " + words[1])
                        .path("responses")
                        .path(words[2])
                        .path("content")
                        .path("application/json")
                        .path("schema"),
                0);
    }

    private JsonNode modern(JsonNode old, int depth) {
        if (depth > MAX_DEPTH) {
            return MissingNode.getInstance();
        }
        if (old instanceof ArrayNode list) {
            var result = Json.mapper().createArrayNode();
            list.forEach(entry -> result.add(modern(entry, depth + 1)));
            return result;
        }
        if (!(old instanceof ObjectNode object)) {
            return old;
        }
        if (object.path("$ref").asText().startsWith("#/")) {
            return modern(root.at(object.path("$ref").asText().substring(1)), depth + 1);
        }
        var result = Json.object();
        object.properties().forEach(entry -> {
            var value = modern(entry.getValue(), depth + 1);
            if (!value.isMissingNode()) {
                result.set(entry.getKey(), value);
            }
        });
        return keywords(result);
    }

    private static ObjectNode keywords(ObjectNode schema) {
        if (schema.path("nullable").isBoolean()) {
            var types = Json.mapper().createArrayNode();
            schema.set("type", types.add(schema.path("type").asText()).add("null"));
            if (schema.path("enum") instanceof ArrayNode words) {
                words.addNull();
            }
        }
        for (var bound : new String[] {"Minimum", "Maximum"}) {
            if (schema.path("exclusive" + bound).isBoolean()) {
                schema.set("exclusive" + bound, schema.remove(bound.toLowerCase(Locale.ROOT)));
            }
        }
        return schema;
    }
}
