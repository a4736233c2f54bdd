package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import dev.venicesim.catalog.ApiEdition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds replies to the schemas that describe them, with a validator that is not ours. */
public final class ReplySchemas {

    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

    private ReplySchemas() {}

    /** What is wrong with a reply of {@code /video/<endpoint>}; nothing if its schema accepts it. */
    public static List<String> complaints(ApiEdition edition, String endpoint, int status, JsonNode body) {
        var name = name(endpoint.substring(endpoint.lastIndexOf('/') + 1), status, body);
        return COMPILED
                .computeIfAbsent(edition.id() + name, key -> SameVerdictTest.compiled(edition, name))
                .validate(body)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String name(String endpoint, int status, JsonNode body) {
        return switch (status) {
            case 200 -> endpoint + "-reply";
            case 402 -> "error-payment-required";
            case 409 -> "error-needs-consent";
            case 413 -> "error-payload-too-large";
            default -> body.has("issues") ? "error-detailed" : "error-standard";
        };
    }
}
