package dev.venicesim.control.pact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Credential;
import dev.venicesim.world.Impersonation;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldRegistry;
import java.util.List;
import java.util.Optional;

/**
 * Manager of states: it sets them up and takes them down. States that follow each other without a request between them
 * belong to one interaction and share a world; the first after a request gets a fresh one, since many verifiers never
 * say that they are done.
 */
public final class PactStates {

    private final Services services;
    private final WorldRegistry worlds;

    public PactStates(Services services) {
        this.services = services;
        this.worlds = services.worlds();
    }

    /** A world to set states up in, the key it is reached by, and whether it was made for them. */
    private record Stage(World world, String apiKey, boolean fresh) {}

    /**
     * Carries a change out.
     *
     * @param request that asked for it
     * @return the values a pact's generators may ask for
     * @throws StateException if there is no such state, or a parameter does not suit it; of several states those before
     *     it are set up then, unless all of them were to share a fresh world
     */
    public synchronized ObjectNode change(StateChange change, Request request) {
        var states = change.states().stream().map(MatchedState::of).toList();
        if (change.action() == StateChange.Action.TEARDOWN) {
            takeDown(change);
            return Json.object();
        }
        if (states.isEmpty()) {
            if (change.takesTheStage()) {
                clear();
            }
            return Json.object();
        }
        return setUp(change, states, request);
    }

    /** Every state there is: its wordings, its parameters with their defaults, and what it makes so. */
    public ArrayNode list() {
        var list = Json.mapper().createArrayNode();
        StateRegistry.ALL.forEach(state -> {
            var entry = list.addObject();
            var wordings = entry.putArray("wordings");
            state.wordings().forEach(wordings::add);
            var parameters = entry.putObject("params");
            state.defaults().forEach(parameters::put);
            entry.put("says", state.says());
        });
        return list;
    }

    private ObjectNode setUp(StateChange change, List<MatchedState> states, Request request) {
        var stage = stage(change);
        var values = Json.object()
                .put(StateChange.API_KEY, stage.apiKey())
                .put("world", stage.world().id());
        try {
            for (var chosen : states) {
                chosen.parameters().forEach(values::put);
                chosen.state()
                        .arrangement()
                        .accept(new StateContext(services, request, stage.world(), chosen.parameters(), values));
            }
        } catch (StateException e) {
            if (stage.fresh()) {
                worlds.delete(stage.world());
            }
            throw e;
        }
        if (change.takesTheStage()) {
            var key = values.path(StateChange.API_KEY).asText();
            var set = Impersonation.awaiting(stage.world().id(), key);
            worlds.anonymous().compute(StateKinds.IMPERSONATION, found -> Transition.to(set));
        }
        return values;
    }

    /** The world that a change is about: the key's, the one being set up, or a new one. */
    private Stage stage(StateChange change) {
        if (change.apiKey().isPresent()) {
            return ofKey(change.apiKey().get());
        }
        if (change.takesTheStage()) {
            var open = worlds.anonymous().find(StateKinds.IMPERSONATION).filter(Impersonation::waits);
            var world = open.flatMap(set -> worlds.byId(set.world()));
            if (world.isPresent()) {
                return new Stage(world.get(), open.get().apiKey(), false);
            }
            clear();
        }
        return made(services.ids().apiKey());
    }

    /** The world of a key; as it was declared, if a request has been made in it. */
    private Stage ofKey(String key) {
        var known = worlds.find(Credential.apiKey(key));
        return known.map(world -> new Stage(asked(world) ? worlds.reset(world) : world, key, false))
                .orElseGet(() -> made(key));
    }

    private Stage made(String key) {
        return new Stage(worlds.declare(worlds.defaults().withCredential(Credential.apiKey(key))), key, true);
    }

    /** Whether a request has been made in a world. */
    private boolean asked(World world) {
        var journal = services.journals().of(world.id());
        return journal.filter(kept -> !kept.entries().isEmpty()).isPresent();
    }

    private void takeDown(StateChange change) {
        if (change.apiKey().isPresent()) {
            worlds.find(Credential.apiKey(change.apiKey().get())).ifPresent(worlds::reset);
        } else if (change.takesTheStage()) {
            clear();
        }
    }

    private void clear() {
        worlds.anonymous()
                .find(StateKinds.IMPERSONATION)
                .flatMap(set -> worlds.byId(set.world()))
                .ifPresent(worlds::delete);
        worlds.anonymous()
                .<Impersonation, Boolean>compute(
                        StateKinds.IMPERSONATION, found -> new Transition<>(Optional.empty(), true));
    }
}
