package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.catalog.ApiEdition;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The client that {@code demo} plays does what the API's documents ask for, so that nothing is found against it. */
@Timeout(300)
class CarefulDemoTest {

    static List<ApiEdition> editions() {
        return ApiEdition.all();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void isToldNothingButInfos(ApiEdition edition, @TempDir Path folder) {
        var config = SimulatorConfig.builder().port(0).edition(edition.id()).jobTime("1s");
        try (var simulator = Simulator.start(config.build())) {
            var line = Main.commandLine(Map.of(), "demo");
            line.setOut(new PrintWriter(new StringWriter()));
            var code = line.execute(
                    "demo",
                    "--target",
                    simulator.baseUrl(),
                    "--out",
                    folder.resolve("demo.mp4").toString());
            assertThat(code).isZero();
            assertThat(simulator.findings()).allMatch(finding -> finding.contains(": info "));
        }
    }

    @ParameterizedTest
    @CsvSource({"145000, 5000", "20000, 1000", "5000, 250", "1, 250", "900000, 5000"})
    void asksAsOftenAsDocumentedOrMoreOftenWhereJobsAreQuick(long average, long pause) {
        var progress = new DemoClient.Progress("PROCESSING", 0, Duration.ofMillis(average), Optional.empty());
        assertThat(progress.pause()).hasMillis(pause);
    }
}
