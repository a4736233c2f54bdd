package dev.venicesim.control.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Request of a verifier to change states.
 *
 * @param action whether states are wanted or done with
 * @param states none for an interaction that has no state
 * @param apiKey the key whose world is meant, if one is named
 * @param standsIn whether the next request, whatever its key, is to land in the state's world
 */
public record StateChange(Action action, List<Wanted> states, Optional<String> apiKey, boolean standsIn) {

    /** The parameter that names the key whose world is meant. */
    static final String API_KEY = "apiKey";

    /** The two halves of the protocol. */
    public enum Action {
        SETUP,
        TEARDOWN
    }

    /** A state by name, with its parameters as texts. */
    public record Wanted(String name, Map<String, String> parameters) {}

    /**
     * Reads the body of a state-change request: {@code state} with {@code params}, or {@code states} as names or as a
     * pact writes them, each with its own {@code params}; and {@code action}. {@code consumer} and what else it holds
     * is of no consequence.
     */
    public static StateChange of(JsonNode body, boolean standsIn) {
        var common = parameters(body);
        var states = new ArrayList<Wanted>();
        body.path("states").forEach(state -> states.add(wanted(state, common)));
        if (states.isEmpty() && body.hasNonNull("state")) {
            states.add(wanted(body.get("state"), common));
        }
        states.removeIf(state -> state.name().isBlank());
        var key = Optional.ofNullable(common.get(API_KEY))
                .or(() -> states.stream()
                        .flatMap(state -> Optional.ofNullable(state.parameters().get(API_KEY)).stream())
                        .findFirst());
        key.filter(String::isBlank).ifPresent(blank -> {
            throw StateException.bad("apiKey is blank; leave it out for a key of the state's own");
        });
        return new StateChange(action(body.path("action")), List.copyOf(states), key, standsIn);
    }

    /** Whether the state's world is the one that the next request lands in. */
    boolean takesTheStage() {
        return standsIn && apiKey.isEmpty();
    }

    private static Action action(JsonNode action) {
        var text = action.asText("");
        if (action.isMissingNode() || action.isNull() || text.equals("setup")) {
            return Action.SETUP;
        }
        if (text.equals("teardown")) {
            return Action.TEARDOWN;
        }
        throw StateException.bad("action is setup or teardown, not " + action);
    }

    private static Wanted wanted(JsonNode state, Map<String, String> common) {
        var name = state.isObject() ? state.path("name") : state;
        if (!name.isTextual()) {
            throw StateException.bad("a state's name is a string, not " + name);
        }
        return new Wanted(name.textValue(), state.isObject() ? parameters(state) : common);
    }

    private static Map<String, String> parameters(JsonNode holder) {
        var given = holder.path("params");
        if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
            throw StateException.bad("params is an object, not " + given);
        }
        var parameters = new LinkedHashMap<String, String>();
        given.properties().forEach(entry -> {
            if (!entry.getValue().isValueNode()) {
                throw StateException.bad(
                        "the parameter " + entry.getKey() + " is a single value, not " + entry.getValue());
            }
            if (!entry.getValue().isNull()) {
                parameters.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return parameters;
    }
}
