package dev.venicesim.kit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin for pytest: its own tests against this build's simulator. The packed one is tried by .ci/clients. */
class PytestPluginTest {

    private static final Path PLUGIN = Path.of("src/clients/pytest");

    @TempDir
    private Path folder;

    @Test
    void itsTestsPass() throws Exception {
        assumeTrue(
                run(0, "-m", "pytest", "--version") == 0,
                "python3 has no pytest (Debian's python3-pytest), so the plugin was not tried");
        var config = SimulatorConfig.builder().port(0).jobTime("polls:2").build();
        try (var simulator = Simulator.start(config)) {
            var port = simulator.port();
            // those of TLS want a jar, which .ci/clients has
            assertThat(run(
                            port,
                            "-m",
                            "pytest",
                            "-q",
                            "-p",
                            "no:cacheprovider",
                            "-k",
                            "not trusted_by_the_authority",
                            "tests"))
                    .as("%s", printed())
                    .isZero();
            assertThat(printed()).contains(" passed").doesNotContain("skipped");
        }
    }

    private int run(int port, String... words) throws InterruptedException {
        var command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .directory(PLUGIN.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("VENICE_SIM_"));
        environment.put("VENICE_SIM_URL", "http://127.0.0.1:" + port);
        // nothing is left in the checkout
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        try {
            var process = builder.start();
            // for a run that hangs, not one of its speed
            assertThat(process.waitFor(25, TimeUnit.MINUTES)).as("ends").isTrue();
            return process.exitValue();
        } catch (IOException absent) {
            return -1;
        }
    }

    private String printed() throws IOException {
        return Files.readString(folder.resolve("printed"));
    }
}
