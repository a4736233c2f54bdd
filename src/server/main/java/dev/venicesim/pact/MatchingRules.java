package dev.venicesim.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.Optional;
import java.util.Set;

/**
 * Rules by which the body of a reply is compared. Of a success the words that a client acts upon are as they were, and
 * everything else is of the same type; of an error everything is as it was but what is made anew for each reply.
 *
 * @param success whether it is the body of one
 */
record MatchingRules(boolean success, ObjectNode rules) {

    private static final Set<String> ACTED_UPON = Set.of("status", "success", "object", "type", "model");

    private static final Set<String> MADE_ANEW = Set.of(
            "nonce",
            "issuedAt",
            "expirationTime",
            "domain",
            "uri",
            "url",
            "payTo",
            "requestId",
            "timestamp",
            "policy_text",
            "consent_version");

    /**
     * The body as an example, without what another reply may lack.
     *
     * @param status of the reply
     * @param rules gets a rule for each value that may differ
     */
    static JsonNode example(int status, JsonNode body, ObjectNode rules) {
        return new MatchingRules(status < 400, rules).example("$", body);
    }

    private JsonNode example(String path, JsonNode node) {
        if (node.isObject()) {
            var copy = Json.object();
            for (var field : node.properties()) {
                member(path, field.getKey(), field.getValue()).ifPresent(value -> copy.set(field.getKey(), value));
            }
            return copy;
        }
        if (success && node.isArray() && node.path(0).isObject()) {
            rule(path, "type").put("min", 1);
            return Json.mapper().createArrayNode().add(example(path + "[*]", node.path(0)));
        }
        return node;
    }

    private Optional<JsonNode> member(String path, String name, JsonNode value) {
        if (success && (value.isNull() || (value.isArray() && value.isEmpty()))) {
            return Optional.empty();
        }
        var place = path + (name.matches("\\w+") ? "." + name : "['" + name + "']");
        if (value.isValueNode() && (success ? !ACTED_UPON.contains(name) : MADE_ANEW.contains(name))) {
            rule(place, value.isNumber() ? "number" : "type");
        }
        return Optional.of(example(place, value));
    }

    private ObjectNode rule(String path, String match) {
        return rules.putObject(path)
                .put("combine", "AND")
                .putArray("matchers")
                .addObject()
                .put("match", match);
    }
}
