package dev.venicesim.pipeline;

import dev.venicesim.world.WorldConfiguration;
import java.time.Instant;

/**
 * One reading of a world, by which a request is judged from beginning to end, whatever is changed meanwhile.
 *
 * @param settings the world's settings
 * @param policies what they mean to the stages
 * @param now by the world's clock, in whole milliseconds: nothing is told more exactly
 * @param realNow in the outside world
 */
public record WorldReading(WorldConfiguration settings, WorldPolicies policies, Instant now, Instant realNow) {

    /** By which sign-ins are judged. */
    Instant signInNow() {
        return settings.behaviour().signInByWorldClock() ? settings.clock().at(realNow) : clientNow();
    }

    /** By the client's own clock. */
    Instant clientNow() {
        return settings.clock().ofClients(realNow);
    }
}
