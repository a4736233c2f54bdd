package dev.venicesim.kit.junit;

import java.util.Optional;

/**
 * Rule by which tests share a world, and its key.
 *
 * @param apiKey of the user's own choice; a random one if left out
 */
record Sharing(Worlds worlds, Optional<String> apiKey) {

    /** The same, refused where it makes no sense. */
    Sharing checked(String origin) {
        if (apiKey.isPresent() && !worlds.shared()) {
            throw UsageErrors.of(
                    origin
                            + " has an apiKey, but a world for each test, which has a random one: add worlds = Worlds.PER_JVM (or PER_CLASS)");
        }
        return this;
    }
}
