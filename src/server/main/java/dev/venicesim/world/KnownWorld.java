package dev.venicesim.world;

import java.time.Instant;

/**
 * World that has a credential, as the directory lists it.
 *
 * @param id the world's
 * @param lastUsed when it was last used, in real time and to a minute: by this the idlest are found after a restart
 */
public record KnownWorld(String id, Instant lastUsed) {}
