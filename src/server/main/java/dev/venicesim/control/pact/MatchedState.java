package dev.venicesim.control.pact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A known state with the values of all its parameters: those its name holds over the defaults, those given over both.
 */
record MatchedState(KnownState state, Map<String, String> parameters) {

    /**
     * The state of a name.
     *
     * @throws StateException naming those there are, if there is none, or if it has no such parameter
     */
    static MatchedState of(StateChange.Wanted wanted) {
        for (var state : StateRegistry.ALL) {
            var match = state.match(wanted.name());
            if (match.isPresent()) {
                return new MatchedState(state, parameters(state, match.get(), wanted.parameters()));
            }
        }
        throw StateException.unknown("no state is called \"" + wanted.name() + "\"; there are "
                + StateRegistry.ALL.stream().map(MatchedState::quoted).collect(Collectors.joining(", ")));
    }

    private static Map<String, String> parameters(
            KnownState state, Map<String, String> named, Map<String, String> given) {
        var all = new LinkedHashMap<>(state.defaults());
        all.putAll(named);
        given.forEach((name, value) -> {
            if (!state.defaults().containsKey(name) && !name.equals(StateChange.API_KEY)) {
                throw StateException.bad("the state " + quoted(state) + " has no parameter \"" + name + "\"; there are "
                        + Stream.concat(Stream.of(StateChange.API_KEY), state.defaults().keySet().stream())
                                .collect(Collectors.joining(", ")));
            }
            all.put(name, value);
        });
        return all;
    }

    private static String quoted(KnownState state) {
        return "\"" + state.wordings().get(0) + "\"";
    }
}
