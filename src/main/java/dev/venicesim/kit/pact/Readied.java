package dev.venicesim.kit.pact;

import java.util.Map;
import java.util.Optional;

/**
 * What an interaction's states came to.
 *
 * @param values for the pact's generators
 * @param apiKey the key that takes the place of the pact's own
 * @param world id of the world to be forgotten afterwards
 */
record Readied(Map<String, Object> values, Optional<String> apiKey, Optional<String> world) {

    /** Of an interaction without states. */
    static final Readied NOTHING = new Readied(Map.of(), Optional.empty(), Optional.empty());
}
