package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The API's own OpenAPI file of an edition, where it lies beside the project; its schemas as JSON Schema 2020-12 writes
 * them.
 */
final class OpenApiFile {

    private final JsonNode root;

    private OpenApiFile(JsonNode root) {
        this.root = root;
    }

    /** The file of the edition, or else the last that was public, from which the edition's schemas are derived. */
    static Path path(ApiEdition edition) {
        var own = path(edition.id());
        return Files.exists(own) ? own : path("2026-08-21");
    }

    private static Path path(String edition) {
        return Path.of("..", "shared", "reference", "openapi-video-" + edition + ".yaml");
    }

    static OpenApiFile read(ApiEdition edition) throws IOException {
        var settings = LoadSettings.builder().setCodePointLimit(10_000_000).build();
        var tree = new Load(settings).loadFromString(Files.readString(path(edition)));
        return new OpenApiFile(Json.mapper().valueToTree(tree));
    }

    /** A component by name, or a reply as {@code "get /models 200"}. */
    JsonNode schema(String place) {
        var words = place.split(" ", -1);
        var found = words.length == 1
                ? root.path("components").path("schemas").path(place)
                : root.path("paths")
                        .path(words[1])
                        .path(words[0])
                        .path("responses")
                        .path(words[2])
                        .path("content")
                        .path("application/json")
                        .path("schema");
        return modern(found);
    }

    private JsonNode modern(JsonNode old) {
        if (old instanceof ArrayNode list) {
            var result = Json.mapper().createArrayNode();
            list.forEach(entry -> result.add(modern(entry)));
            return result;
        }
        if (!(old instanceof ObjectNode object)) {
            return old;
        }
        if (object.has("$ref")) {
            var ref = object.path("$ref").asText();
            return modern(root.at(ref.substring(1)));
        }
        var result = Json.object();
        object.properties().forEach(entry -> result.set(entry.getKey(), modern(entry.getValue())));
        return keywords(result);
    }

    private static ObjectNode keywords(ObjectNode schema) {
        if (schema.path("nullable").isBoolean()) {
            schema.set(
                    "type",
                    Json.mapper()
                            .createArrayNode()
                            .add(schema.path("type").asText())
                            .add("null"));
            if (schema.path("enum") instanceof ArrayNode words) {
                words.addNull();
            }
        }
        for (var bound : new String[] {"Minimum", "Maximum"}) {
            if (schema.path("exclusive" + bound).isBoolean()) {
                schema.set("exclusive" + bound, schema.remove(bound.toLowerCase(java.util.Locale.ROOT)));
            }
        }
        return schema;
    }
}
