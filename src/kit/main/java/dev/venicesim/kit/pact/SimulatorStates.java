package dev.venicesim.kit.pact;

import au.com.dius.pact.core.model.Interaction;
import dev.venicesim.json.Json;
import dev.venicesim.kit.client.ControlException;
import dev.venicesim.kit.client.SimulatorClient;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * States set up in worlds of a simulator: one world for each interaction, so that interactions and other users of it
 * never meet.
 */
record SimulatorStates(SimulatorClient client) implements StateHandler {

    @Override
    public PreparedInteraction ready(Interaction interaction) {
        if (interaction.getProviderStates().isEmpty()) {
            return PreparedInteraction.NOTHING;
        }
        var change = Json.object().put("action", "setup");
        var states = change.putArray("states");
        interaction.getProviderStates().forEach(state -> {
            var entry = states.addObject().put("name", state.getName());
            entry.set("params", Json.mapper().valueToTree(state.getParams()));
        });
        var values = new LinkedHashMap<String, Object>();
        try {
            client.pactStates(change)
                    .properties()
                    .forEach(
                            entry -> values.put(entry.getKey(), entry.getValue().asText()));
        } catch (ControlException e) {
            throw new AssertionError(
                    "what is given for \"" + interaction.getDescription() + "\" cannot be set up: " + e.detail(), e);
        }
        return new PreparedInteraction(values, text(values, "apiKey"), text(values, "world"));
    }

    private static Optional<String> text(LinkedHashMap<String, Object> values, String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf);
    }

    @Override
    public void done(PreparedInteraction prepared) {
        prepared.world().ifPresent(client::forget);
    }
}
