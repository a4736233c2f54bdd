package dev.venicesim.pipeline;

import dev.venicesim.api.Operation;
import dev.venicesim.journal.DecisionTrace;
import dev.venicesim.wire.Request;
import java.util.Map;
import java.util.Optional;

/**
 * Request as it came in.
 *
 * @param request what was sent
 * @param operation what it is for; empty until that is known, and for what reaches no operation
 * @param variables what the braces of the operation's path stand for
 * @param why its trace
 * @param startedNanos when it came
 */
public record IncomingRequest(
        Request request,
        Optional<Operation> operation,
        Map<String, String> variables,
        DecisionTrace why,
        long startedNanos) {

    IncomingRequest to(Operation found, Map<String, String> named) {
        return new IncomingRequest(request, Optional.of(found), named, why, startedNanos);
    }

    IncomingRequest as(Request other) {
        return new IncomingRequest(other, operation, variables, why, startedNanos);
    }
}
