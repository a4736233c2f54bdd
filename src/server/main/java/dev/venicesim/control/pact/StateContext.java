package dev.venicesim.control.pact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Model;
import dev.venicesim.money.Usd;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Credential;
import dev.venicesim.world.CredentialTakenException;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldConfiguration.Behaviour;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A world while a state is set up in it: the state's parameters, and the values that the verifier gets back. */
final class StateContext {

    private final Services services;
    private final Request request;
    private final World world;
    private final Map<String, String> parameters;
    private final ObjectNode values;

    StateContext(Services services, Request request, World world, Map<String, String> parameters, ObjectNode values) {
        this.services = services;
        this.request = request;
        this.world = world;
        this.parameters = parameters;
        this.values = values;
    }

    Services services() {
        return services;
    }

    /** The state-change request. */
    Request request() {
        return request;
    }

    World world() {
        return world;
    }

    Instant now() {
        return world.now();
    }

    ApiEdition edition() {
        return world.settings().behaviour().edition();
    }

    Catalog catalog() {
        return services.editions().of(edition()).catalog();
    }

    /** The key that the interaction is to carry. */
    String apiKey() {
        return values.path(StateChange.API_KEY).asText();
    }

    String text(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    Usd usd(String parameter) {
        try {
            return Usd.parse(text(parameter));
        } catch (IllegalArgumentException e) {
            throw StateException.bad(parameter + ": " + e.getMessage());
        }
    }

    Model model() {
        var id = text("model");
        return catalog()
                .find(id)
                .orElseThrow(() -> StateException.bad("edition " + edition().id() + " has no model \"" + id + "\""));
    }

    /** Tells the verifier a value, under the name by which a pact's generators ask for it. */
    void tell(String name, String value) {
        values.put(name, value);
    }

    /** Has the interaction carry another key, of which its first letters say what it does. */
    void carry(String apiKey) {
        if (parameters.containsKey(StateChange.API_KEY)) {
            throw StateException.bad(
                    "this state is had by the key alone, so it chooses the key itself: leave out the parameter apiKey");
        }
        tell(StateChange.API_KEY, apiKey);
    }

    /** Gives this world one more credential. */
    void admit(Credential credential) {
        try {
            services.worlds().admit(world, credential);
        } catch (CredentialTakenException e) {
            throw StateException.bad(String.valueOf(e.getMessage()));
        }
    }

    void behave(UnaryOperator<Behaviour> change) {
        world.change(before -> before.withBehaviour(change.apply(before.behaviour())));
    }
}
