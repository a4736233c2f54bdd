package dev.venicesim.endpoint;

import dev.venicesim.journal.Why;
import dev.venicesim.scenario.Script.Strike;
import dev.venicesim.wire.Request;
import java.util.Map;
import java.util.Optional;

/**
 * One request on its way through the gate.
 *
 * @param variables what the braces of the route's path stand for
 * @param strike the fault that spoils its reply, if one does
 * @param startedNanos when it came
 */
record Visit(
        Route route,
        Request request,
        Map<String, String> variables,
        Arrival arrival,
        Why why,
        Optional<Strike> strike,
        long startedNanos) {

    Visit struckBy(Strike by) {
        return new Visit(route, request, variables, arrival, why, Optional.of(by), startedNanos);
    }
}
