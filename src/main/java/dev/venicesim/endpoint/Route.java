package dev.venicesim.endpoint;

import dev.venicesim.auth.Accepts;
import dev.venicesim.limits.LimitedCall;

/**
 * An operation and what it asks of a caller.
 *
 * @param name the endpoint's name in journal, scenarios and faults
 * @param accepts which credentials it looks at
 * @param limited what its requests count as
 * @param opensWorld whether a key that has no world gets one by calling it
 * @param endpoint what answers
 */
record Route(String name, Accepts accepts, LimitedCall limited, boolean opensWorld, Endpoint endpoint) {

    static Route reading(String name, Accepts accepts, LimitedCall limited, Endpoint endpoint) {
        return new Route(name, accepts, limited, false, endpoint);
    }

    static Route changing(String name, Accepts accepts, LimitedCall limited, Endpoint endpoint) {
        return new Route(name, accepts, limited, true, endpoint);
    }
}
