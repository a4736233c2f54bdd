package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.SimulatorClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * File that says what of the API's contract the tests of a JVM have met, where the configuration asks for it; {@code
 * venice-sim coverage} takes those of several JVMs together.
 *
 * @param folder for those of all JVMs of a build
 */
record CoverageFile(Path folder) {

    static Optional<CoverageFile> of(ExtensionContext context) {
        return context.getConfigurationParameter(VeniceSimulatorExtension.COVERAGE_PARAMETER)
                .map(CoverageFile::in);
    }

    private static CoverageFile in(String name) {
        try {
            return new CoverageFile(Files.createDirectories(Path.of(name)));
        } catch (IOException e) {
            throw UsageErrors.of(
                    VeniceSimulatorExtension.COVERAGE_PARAMETER + " cannot be \"" + name
                            + "\": give a folder that files can be written into",
                    e);
        }
    }

    /** Writes what the clients of a simulator have met; one file for each JVM. */
    void keep(SimulatorClient client) {
        var file = folder.resolve("coverage-" + ProcessHandle.current().pid() + ".json");
        try {
            Files.writeString(file, client.coverage().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
