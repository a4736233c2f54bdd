package dev.venicesim.kit.junit;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.kit.client.SimulatorClient;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The JVM's one simulator: in JUnit's root store, which closes it after the last test. JUnit 5 closes the one type,
 * JUnit 6 the other.
 */
@SuppressWarnings("deprecation")
final class SharedSimulator implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SharedSimulator.class);

    private final Simulator simulator;

    private SharedSimulator() {
        this.simulator = Simulator.start(SimulatorConfig.builder()
                .port(0)
                .jobTime(ExtensionOptions.JOB_TIME)
                .build());
    }

    static SimulatorClient client(ExtensionContext context) {
        var shared = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(SharedSimulator.class, key -> new SharedSimulator(), SharedSimulator.class);
        return SimulatorClient.of(shared.simulator.baseUrl());
    }

    @Override
    public void close() {
        simulator.close();
    }
}
