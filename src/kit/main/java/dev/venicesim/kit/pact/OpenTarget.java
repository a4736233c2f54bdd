package dev.venicesim.kit.pact;

import au.com.dius.pact.core.model.Interaction;
import dev.venicesim.Simulator;
import dev.venicesim.kit.client.ControlException;
import dev.venicesim.kit.client.SimulatorClient;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A target while a test class runs. JUnit closes it: JUnit 5 by the one type, JUnit 6 by the other. */
@SuppressWarnings("deprecation")
final class OpenTarget implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final String baseUrl;
    private final StateHandler stateHandler;
    private final Optional<Simulator> own;

    private OpenTarget(String baseUrl, StateHandler stateHandler, Optional<Simulator> own) {
        this.baseUrl = baseUrl;
        this.stateHandler = stateHandler;
        this.own = own;
    }

    static OpenTarget of(PactTarget target) {
        if (target.own().isPresent()) {
            var simulator = Simulator.start(target.own().get());
            return new OpenTarget(simulator.baseUrl(), new SimulatorStates(simulator.client()), Optional.of(simulator));
        }
        var plain = SimulatorClient.of(target.baseUrl());
        var client = target.adminToken().map(plain::withAdminToken).orElse(plain);
        var stateHandler = isSimulator(client) ? new SimulatorStates(client) : new RealApi(target);
        return new OpenTarget(target.baseUrl(), stateHandler, Optional.empty());
    }

    private static boolean isSimulator(SimulatorClient client) {
        try {
            return client.health().path("status").asText().equals("UP");
        } catch (ControlException e) {
            if (e.status() == 0) {
                throw new AssertionError("the pacts' target cannot be asked: " + e.getMessage(), e);
            }
            return false;
        }
    }

    String baseUrl() {
        return baseUrl;
    }

    PreparedInteraction ready(Interaction interaction) {
        return stateHandler.ready(interaction);
    }

    void done(PreparedInteraction prepared) {
        stateHandler.done(prepared);
    }

    @Override
    public void close() {
        own.ifPresent(Simulator::close);
    }
}
