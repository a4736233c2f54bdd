package dev.venicesim.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tool of an agent: one call of the control API, as {@code tools.json} describes it.
 *
 * @param row {@code name}, {@code description}, {@code method}, {@code path} with arguments in braces, perhaps
 *     {@code text} (the argument that is the whole body, as YAML), and {@code input}, a JSON Schema of the arguments
 */
record AgentTool(JsonNode row) {

    private static final Pattern BRACES = Pattern.compile("\\{(\\w+)}");

    String name() {
        return row.path("name").asText();
    }

    String description() {
        return row.path("description").asText();
    }

    JsonNode input() {
        return row.path("input");
    }

    boolean onlyReads() {
        return row.path("method").asText().equals("GET");
    }

    /**
     * Makes the call: arguments stand in the path, and what is left in the query or in the body.
     *
     * @throws IllegalArgumentException if an argument of the path is missing
     */
    ControlConnection.Reply call(ObjectNode arguments, ControlConnection api) throws InterruptedException {
        var left = arguments.deepCopy();
        var path = BRACES.matcher(row.path("path").asText())
                .replaceAll(braces -> Matcher.quoteReplacement(encoded(taken(left, braces.group(1)))));
        var method = row.path("method").asText();
        if (onlyReads()) {
            return api.call(method, path + query(left), "", "");
        }
        return row.has("text")
                ? api.call(
                        method,
                        path,
                        "application/yaml",
                        taken(left, row.path("text").asText()))
                : api.call(method, path, "application/json", left.toString());
    }

    private static String taken(ObjectNode arguments, String name) {
        var value = arguments.remove(name);
        if (value == null || value.isContainerNode() || value.asText().isEmpty()) {
            throw new IllegalArgumentException("the argument " + name + " is missing");
        }
        return value.asText();
    }

    private static String query(ObjectNode arguments) {
        var pairs = new ArrayList<String>();
        arguments
                .properties()
                .forEach(pair ->
                        pairs.add(pair.getKey() + "=" + encoded(pair.getValue().asText())));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static ObjectNode arguments(Object given) {
        return Json.mapper().convertValue(given, ObjectNode.class);
    }
}
