package dev.venicesim.control;

import java.util.Set;

/**
 * Kind of body that a call takes, which the request has to declare. A browser sends a declared one to another origin
 * only after asking, so no strange page can send it.
 */
enum BodyKind {
    JSON("application/json", Set.of("application/json")),
    JSON_OR_YAML(
            "application/json or application/yaml",
            Set.of("application/json", "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"));

    private final String words;
    private final Set<String> types;

    BodyKind(String words, Set<String> types) {
        this.words = words;
        this.types = types;
    }

    boolean takes(String mediaType) {
        return types.contains(mediaType);
    }

    /** What to declare, for the refusal of anything else. */
    String words() {
        return words;
    }
}
