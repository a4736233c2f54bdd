package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.JsonException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finder of references out of a JSON schema in a mapping. The validator behind WireMock opens what they name, an address
 * or a file, while the mapping is made, and knows no way to forbid it.
 */
final class OutsideSchemas {

    private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");
    private static final Set<String> IDENTITIES = Set.of("$id", "id");

    /** The drafts that the validator brings along. */
    private static final Set<String> DRAFTS = Set.of(
            "http://json-schema.org/draft-04/schema",
            "http://json-schema.org/draft-06/schema",
            "http://json-schema.org/draft-07/schema",
            "https://json-schema.org/draft/2019-09/schema",
            "https://json-schema.org/draft/2020-12/schema");

    private OutsideSchemas() {}

    /** The first reference out of a schema in a mapping, or in whatever else WireMock's admin API reads; as it stands. */
    static Optional<String> in(String json) {
        return json.contains("chema") || json.contains("\\u")
                ? document(json, OutsideSchemas::matcher)
                : Optional.empty();
    }

    /** What WireMock cannot read it does not use either. */
    private static Optional<String> document(String json, Finder finder) {
        try {
            return finder.find(Json.read(json, Object.class));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private interface Finder {
        Optional<String> find(Object node);
    }

    private static Optional<String> matcher(Object node) {
        if (node instanceof Map<?, ?> map && map.containsKey("matchesJsonSchema")) {
            var schema = map.get("matchesJsonSchema");
            var found = schema instanceof String text
                    ? document(text, OutsideSchemas::schema)
                    : schema == null ? Optional.<String>empty() : schema(schema);
            return found.or(() -> children(node, OutsideSchemas::matcher));
        }
        return children(node, OutsideSchemas::matcher);
    }

    private static Optional<String> schema(Object node) {
        if (node instanceof Map<?, ?> map) {
            for (var member : map.entrySet()) {
                if (member.getValue() instanceof String text && leadsOutside(String.valueOf(member.getKey()), text)) {
                    return Optional.of(text);
                }
            }
        }
        return children(node, OutsideSchemas::schema);
    }

    private static boolean leadsOutside(String name, String value) {
        Predicate<String> draft =
                text -> DRAFTS.contains(text.endsWith("#") ? text.substring(0, text.length() - 1) : text);
        if (REFERENCES.contains(name)) {
            return !value.startsWith("#") && !draft.test(value);
        }
        return name.equals("$schema") ? !draft.test(value) : IDENTITIES.contains(name) && value.contains(":");
    }

    private static Optional<String> children(Object node, Finder finder) {
        Iterable<?> values =
                node instanceof Map<?, ?> map ? map.values() : node instanceof Iterable<?> list ? list : Set.of();
        for (var value : values) {
            if (value != null) {
                var found = finder.find(value);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
