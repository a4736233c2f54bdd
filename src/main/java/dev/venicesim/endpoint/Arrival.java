package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.limits.LimitSubject;
import dev.venicesim.world.World;

/**
 * A caller, and the world it came to.
 *
 * @param caller who calls
 * @param world whose the request is
 * @param subject who is counted
 */
record Arrival(Caller caller, World world, LimitSubject subject) {}
