package dev.venicesim.kit.pact;

import java.util.Map;
import java.util.Optional;

/**
 * Interaction whose states have been set up, and what came of them.
 *
 * @param values for the pact's generators
 * @param apiKey the key that takes the place of the pact's own
 * @param world id of the world to be forgotten afterwards
 */
record PreparedInteraction(Map<String, Object> values, Optional<String> apiKey, Optional<String> world) {

    /** Of an interaction without states. */
    static final PreparedInteraction NOTHING = new PreparedInteraction(Map.of(), Optional.empty(), Optional.empty());
}
