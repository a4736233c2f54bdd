package dev.venicesim.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * Ids by which models can be called that no listing shows.
 *
 * @param prefixes beginnings of ids, and what they stand for
 * @param removed ids that were listed once, and which model takes their place; empty where none does
 */
record OtherNames(Map<String, String> prefixes, Map<String, String> removed) {

    static final OtherNames NONE = new OtherNames(Map.of(), Map.of());

    /** The listed spelling of an id. */
    Optional<String> alias(String id) {
        return prefixes.entrySet().stream()
                .filter(prefix -> id.startsWith(prefix.getKey()))
                .map(prefix -> prefix.getValue() + id.substring(prefix.getKey().length()))
                .findFirst();
    }

    /** The model in whose hands a removed one's requests are. */
    Optional<String> replacement(String id) {
        return Optional.ofNullable(removed.get(id));
    }
}
