package dev.venicesim.endpoint;

import dev.venicesim.auth.Accepts;
import dev.venicesim.limits.LimitedCall;

/**
 * An operation and what it asks of a caller.
 *
 * @param name the endpoint's name in journal, scenarios and faults
 * @param accepts which credentials it looks at
 * @param limited what its requests count as
 * @param trait what else sets it apart
 * @param endpoint what answers
 */
record Route(String name, Accepts accepts, LimitedCall limited, Trait trait, Endpoint endpoint) {

    /** What sets a route apart. */
    enum Trait {
        /** Reads: a key without a world is answered from the defaults, and none is made. */
        READS,
        /** Changes something: a key without a world gets one. */
        CHANGES,
        /** Costs money: besides, a wallet below the floor is refused at sign-in. */
        COSTS
    }

    boolean opensWorld() {
        return trait != Trait.READS;
    }
}
