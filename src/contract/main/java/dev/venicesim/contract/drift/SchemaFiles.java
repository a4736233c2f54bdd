package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.json.Json;
import java.util.HashSet;
import java.util.Set;

/** An edition's schema files with every reference, within a file or to its neighbours, put in place. */
final class SchemaFiles {

    private static final String SUFFIX = ".schema.json";

    private final ApiEdition edition;
    private final JsonNode root;

    private SchemaFiles(ApiEdition edition, JsonNode root) {
        this.edition = edition;
        this.root = root;
    }

    /** A schema; where it holds itself, anything. */
    static JsonNode whole(ApiEdition edition, String name) {
        var root = EditionFiles.schema(edition, name);
        return new SchemaFiles(edition, root).inlined(root, Set.of());
    }

    private JsonNode inlined(JsonNode node, Set<String> within) {
        if (node instanceof ArrayNode list) {
            var copy = Json.mapper().createArrayNode();
            list.forEach(entry -> copy.add(inlined(entry, within)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var ref = object.path("$ref").asText();
        if (ref.startsWith("#")) {
            return within.contains(ref) ? Json.object() : inlined(root.at(ref.substring(1)), with(within, ref));
        }
        if (ref.endsWith(SUFFIX)) {
            return whole(edition, ref.substring(0, ref.length() - SUFFIX.length()));
        }
        var copy = Json.object();
        object.properties().stream()
                .filter(entry -> !entry.getKey().equals("$defs"))
                .forEach(entry -> copy.set(entry.getKey(), inlined(entry.getValue(), within)));
        return copy;
    }

    private static Set<String> with(Set<String> refs, String ref) {
        var more = new HashSet<>(refs);
        more.add(ref);
        return more;
    }
}
