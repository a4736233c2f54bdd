package dev.venicesim.kit.junit;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.kit.client.SimulatorClient;
import java.util.Optional;
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
    private final Optional<CoverageFile> coverage;

    private SharedSimulator(ExtensionContext context) {
        this.coverage = CoverageFile.of(context);
        this.simulator = Simulator.start(SimulatorConfig.builder()
                .port(0)
                .jobTime(ExtensionOptions.JOB_TIME)
                .build());
    }

    static SimulatorClient client(ExtensionContext context) {
        var shared = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        SharedSimulator.class, key -> new SharedSimulator(context), SharedSimulator.class);
        return SimulatorClient.of(shared.simulator.baseUrl());
    }

    @Override
    public void close() {
        try {
            coverage.ifPresent(file -> file.keep(SimulatorClient.of(simulator.baseUrl())));
        } finally {
            simulator.close();
        }
    }
}
