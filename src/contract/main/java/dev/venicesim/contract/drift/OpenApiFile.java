package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An OpenAPI 3 file of the API, of any version: its operations by method and path, wherever in the file their parts
 * stand.
 */
final class OpenApiFile {

    private static final int MAX_HOPS = 20;

    private final JsonNode root;
    private final String prefix;

    private OpenApiFile(JsonNode root) {
        this.root = root;
        this.prefix = prefix(root.path("paths"));
    }

    /**
     * @throws IllegalArgumentException if it is no YAML, no OpenAPI 3 file, or one of another API
     */
    static OpenApiFile read(String text) {
        return of(YamlTree.of(text));
    }

    static OpenApiFile of(JsonNode root) {
        if (root.has("swagger")) {
            throw new IllegalArgumentException("it is of Swagger "
                    + root.path("swagger").asText() + ", which the API never used; give its OpenAPI 3 file");
        }
        if (!root.has("openapi") || !root.path("paths").isObject()) {
            throw new IllegalArgumentException("it holds no OpenAPI 3 description; give the API's own file");
        }
        var isVideo = root.path("paths").properties().stream()
                .anyMatch(path -> path.getKey().contains("/video/"));
        var title = root.at("/info/title").asText();
        if (!isVideo && !(title + servers(root)).toLowerCase(Locale.ROOT).contains("venice")) {
            throw new IllegalArgumentException("it describes \"" + title
                    + "\", which has no path under /video and names Venice nowhere; give a file of the Venice API");
        }
        return new OpenApiFile(root);
    }

    /** Paths may begin with what elsewhere ends the server's address. */
    private static String prefix(JsonNode paths) {
        return paths.properties().stream()
                .map(Map.Entry::getKey)
                .filter(path -> path.endsWith("/video/queue") || path.endsWith("/video/retrieve"))
                .map(path -> path.substring(0, path.lastIndexOf("/video/")))
                .findFirst()
                .orElse("");
    }

    private static String servers(JsonNode root) {
        return root.path("servers").toString();
    }

    /** What clients take as base URL; empty if the file names none. */
    Optional<String> baseUrl() {
        var server = root.at("/servers/0/url").asText();
        return server.isEmpty() ? Optional.empty() : Optional.of(server.replaceFirst("/$", "") + prefix);
    }

    /** The operations by place, with the path items they share parts with. */
    Map<String, OperationSpec> operations() {
        var operations = new LinkedHashMap<String, OperationSpec>();
        root.path("paths").properties().forEach(path -> {
            var item = resolved(path.getValue());
            var reader = new OperationReader(this, item);
            item.properties().stream()
                    .filter(entry -> isMethod(entry.getKey()))
                    .map(entry -> reader.read(
                            entry.getKey().toLowerCase(Locale.ROOT) + " " + bare(path.getKey()), entry.getValue()))
                    .forEach(operation -> operations.put(operation.key(), operation));
        });
        return operations;
    }

    private String bare(String path) {
        var rest = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
        return rest.length() > 1 && rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static boolean isMethod(String key) {
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "get", "post", "put", "patch", "delete", "head", "options" -> true;
            default -> false;
        };
    }

    JsonNode root() {
        return root;
    }

    /** A schema as one way of writing has it. */
    ObjectNode canonical(JsonNode schema) {
        return CanonicalSchema.of(schema, this::find);
    }

    /** What a part stands for, if it only refers to it. */
    JsonNode resolved(JsonNode part) {
        var node = part;
        for (var hop = 0;
                hop < MAX_HOPS
                        && node instanceof ObjectNode
                        && node.path("$ref").isTextual();
                hop++) {
            node = find(node.path("$ref").textValue());
        }
        return node;
    }

    private JsonNode find(String reference) {
        if (!reference.startsWith("#/")) {
            return MissingNode.getInstance();
        }
        try {
            return root.at(URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }
}
