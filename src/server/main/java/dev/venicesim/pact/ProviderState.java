package dev.venicesim.pact;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * State of the provider that an interaction wants, in a wording that the simulator sets up.
 *
 * @param name the wording
 * @param params what it does not contain
 */
record ProviderState(String name, Map<String, String> params) {

    static final ProviderState FUNDED = of("a funded key");

    static ProviderState of(String name) {
        return new ProviderState(name, Map.of());
    }

    /** The same with a parameter, if it has a value. */
    ProviderState with(String param, String value) {
        if (value.isEmpty()) {
            return this;
        }
        var more = new LinkedHashMap<>(params);
        more.put(param, value);
        return new ProviderState(name, more);
    }
}
