package dev.venicesim.acceptance.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.json.Json;

/** A verifier of another language: it knows two addresses and what a pact says, and nothing of worlds. */
record Verifier(Sim sim) {

    /** The key that stands in the pact; nobody declared it. */
    static final String LITERAL_KEY = "the-consumers-own-test-key";

    Http.Answer states(String body) {
        return sim.control().post("/pact/states", body);
    }

    Http.Answer setUp(String state, String... parameters) {
        return change("setup", state, parameters);
    }

    Http.Answer takeDown(String state) {
        return change("teardown", state);
    }

    private Http.Answer change(String action, String state, String... parameters) {
        var body = Json.object().put("consumer", "a client").put("state", state).put("action", action);
        ObjectNode params = body.putObject("params");
        for (var i = 0; i < parameters.length; i += 2) {
            params.put(parameters[i], parameters[i + 1]);
        }
        return states(body.toString());
    }

    /** The value a set-up told. */
    JsonNode value(Http.Answer setUp, String name) {
        if (setUp.status() != 200) {
            throw new AssertionError(setUp);
        }
        return setUp.json().path(name);
    }

    /** The API as the consumer calls it. */
    Http api() {
        return sim.api(LITERAL_KEY);
    }
}
