package dev.venicesim.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.auth.SharedText;
import dev.venicesim.control.pact.PactStates;
import dev.venicesim.control.pact.StateChange;
import dev.venicesim.control.pact.StateException;
import dev.venicesim.journal.Journal;
import dev.venicesim.json.Json;
import dev.venicesim.pact.PactFile;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Paths;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Credential;
import dev.venicesim.world.World;
import java.util.List;
import java.util.Set;

/**
 * Pact's state-change protocol, so that verifiers of any language can say what is given before each interaction, and the
 * call that writes a pact.
 */
final class PactCalls {

    private static final Set<String> NOT_PARAMETERS = Set.of("state", "action", "consumer", "standIn");

    /** Of whoever names no consumer. */
    private static final String SOMEBODY = "client";

    private static final int LONGEST_NAME = 100;

    private final PactStates states;
    private final Services services;

    PactCalls(PactStates states, Services services) {
        this.states = states;
        this.services = services;
    }

    /** What a client asked in a world, as a pact. */
    Reply write(World world, Request request) {
        var consumer = request.parameter("consumer").orElse(SOMEBODY);
        if (consumer.isBlank() || consumer.length() > LONGEST_NAME) {
            throw ProblemException.badRequest("consumer is the client's name, of 1 to " + LONGEST_NAME
                    + " characters; leave it out for " + SOMEBODY);
        }
        var keys = world.settings().credentials().stream()
                .filter(credential -> credential.type() == Credential.Type.API_KEY)
                .map(Credential::value)
                .toList();
        var entries = services.journals().of(world.id()).map(Journal::entries).orElse(List.of());
        return Reply.json(200, PactFile.of(consumer, entries, otherEdition(world), new SharedText(keys)));
    }

    /** The world's edition, if a verifier's world would have another by itself. */
    private String otherEdition(World world) {
        var own = world.settings().behaviour().edition();
        return own.equals(services.worlds().defaults().behaviour().edition()) ? "" : own.id();
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
    private static JsonNode asked(Request request) {
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
