package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.drift.OperationSpec.Body;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An OpenAPI 3 file of the API, of any version: its operations by method and path, wherever in the file their parts
 * stand.
 */
final class OpenApiFile {

    private static final int MAX_HOPS = 20;
    static final int MAX_DEPTH = 60;

    private final JsonNode root;
    private final String prefix;
    private final boolean describes;
    private final Map<String, Body> bodies = new HashMap<>();

    private OpenApiFile(JsonNode root) {
        this.root = root;
        this.prefix = prefix(root.path("paths"));
        this.describes = describes(root.path("paths"), 0) || describes(root.path("components"), 0);
    }

    /** Whether anything is said in words; from some files all of that was taken out, which is no change of the API. */
    private static boolean describes(JsonNode node, int depth) {
        if (depth > MAX_DEPTH) {
            return false;
        }
        for (var child : node) {
            if (describes(child, depth + 1)) {
                return true;
            }
        }
        return node.isObject() && !node.path("description").asText().isEmpty();
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
        if (!isVideo && !(title + root.path("servers")).toLowerCase(Locale.ROOT).contains("venice")) {
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

    /** What clients take as base URL, the first of them first; empty if the file names none. */
    List<String> baseUrls() {
        return servers(root.path("servers"));
    }

    /** The addresses of a list of servers, with variables as they are by default. */
    List<String> servers(JsonNode list) {
        var urls = new ArrayList<String>();
        for (var server : list) {
            var url = server.path("url").asText();
            for (var variable : server.path("variables").properties()) {
                url = url.replace(
                        "{" + variable.getKey() + "}",
                        variable.getValue().path("default").asText());
            }
            if (!url.isEmpty()) {
                urls.add(url.replaceFirst("/$", "") + prefix);
            }
        }
        return List.copyOf(urls);
    }

    /** What is said of something, unless the file says nothing of anything. */
    Optional<Described> known(Described described) {
        return describes ? Optional.of(described) : Optional.empty();
    }

    /** The body that a schema describes; of a component, which many operations share, it is made once. */
    Body body(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() || schema.size() > 1
                ? read(schema, reference)
                : bodies.computeIfAbsent(reference, known -> read(schema, known));
    }

    private Body read(JsonNode schema, String reference) {
        return new Body(
                reference.substring(reference.lastIndexOf('/') + 1),
                canonical(schema),
                describes ? SchemaDescriptions.of(this, schema) : Map.of());
    }

    /** What the file is a version of the API as, such as {@code 20260821.193530}; empty if it names none. */
    String version() {
        return root.at("/info/version").asText();
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

    /** A path as clients write it behind the base URL. */
    String bare(String path) {
        var rest = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
        return rest.length() > 1 && rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    static boolean isMethod(String key) {
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
        return CanonicalSchema.of(schema, this::target);
    }

    /** What a part stands for, if it only refers to it. */
    JsonNode resolved(JsonNode part) {
        var node = part;
        for (var hop = 0;
                hop < MAX_HOPS
                        && node instanceof ObjectNode
                        && node.path("$ref").isTextual();
                hop++) {
            node = target(node.path("$ref").textValue());
        }
        return node;
    }

    /** What a reference names; a missing node if it is not to be had. */
    JsonNode target(String reference) {
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
