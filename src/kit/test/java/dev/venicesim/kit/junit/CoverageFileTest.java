package dev.venicesim.kit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.json.Json;
import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.client.VeniceWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM's tests have met. The sample is run by an engine of its own. */
class CoverageFileTest {

    @VeniceSimulatorTest
    static class Suite {
        @Test
        void queues(VeniceWorld world) {
            new TestClient(world).queue();
        }
    }

    @Test
    void isLeftInTheFolderThatTheConfigurationNames(@TempDir Path folder) throws IOException {
        var results = Runs.with(
                Map.of("venice-sim.coverage", folder.resolve("of-all-jvms").toString()), Suite.class);
        assertThat(Runs.failures(results)).isEmpty();
        var file =
                folder.resolve("of-all-jvms/coverage-" + ProcessHandle.current().pid() + ".json");
        var coverage = Json.read(Files.readAllBytes(file));
        assertThat(coverage.path("edition").asText()).isEqualTo("2026-06-17");
        assertThat(coverage.path("points"))
                .filteredOn(point -> point.path("met").asLong() > 0)
                .extracting(point -> point.path("name").asText())
                .containsExactlyInAnyOrder("queue 200", "completes", "wan");
    }

    @Test
    void aFolderThatCannotBeMadeIsToldByTheSetting(@TempDir Path folder) throws IOException {
        var taken = Files.writeString(folder.resolve("taken"), "a file");
        var results = Runs.with(Map.of("venice-sim.coverage", taken.toString()), Suite.class);
        assertThat(Runs.failures(results))
                .first()
                .satisfies(failure -> assertThat(failure.getMessage())
                        .contains("venice-sim.coverage cannot be", "give a folder that files can be written into"));
    }
}
