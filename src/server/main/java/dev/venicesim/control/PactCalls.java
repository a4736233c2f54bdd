package dev.venicesim.control;

import dev.venicesim.control.pact.PactStates;
import dev.venicesim.control.pact.StateChange;
import dev.venicesim.control.pact.StateException;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Paths;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.util.Set;

/** Pact's state-change protocol, so that verifiers of any language can say what is given before each interaction. */
final class PactCalls {

    private static final Set<String> NOT_PARAMETERS = Set.of("state", "action", "consumer", "standIn");

    private final PactStates states;

    PactCalls(PactStates states) {
        this.states = states;
    }

    Reply change(Request request) {
        try {
            var body = request.body().length == 0 && !request.query().isEmpty()
                    ? asked(request)
                    : ControlBody.of(request).node();
            var standsIn = !request.parameter("standIn").filter("false"::equals).isPresent();
            return Reply.json(200, states.change(StateChange.of(body, standsIn), request));
        } catch (StateException e) {
            throw e.isUnknown() ? ProblemException.notFound(e.says()) : ProblemException.badRequest(e.says());
        }
    }

    Reply list() {
        var body = Json.object();
        body.set("states", states.list());
        return Reply.json(200, body);
    }

    /** What a verifier asks that sends its change in the query string. */
    private static com.fasterxml.jackson.databind.JsonNode asked(Request request) {
        var body = Json.object();
        var parameters = body.putObject("params");
        for (var pair : request.query().split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = Paths.decode(equals < 0 ? pair : pair.substring(0, equals), true);
            var value = equals < 0 ? "" : Paths.decode(pair.substring(equals + 1), true);
            var of = NOT_PARAMETERS.contains(name) ? body : parameters;
            if (!of.has(name)) {
                of.put(name, value);
            }
        }
        return body;
    }
}
