package dev.venicesim.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.mutation.MutationReport.Verdict;
import dev.venicesim.suite.TestSuite;
import dev.venicesim.suite.TinySuite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suite is run once for each broken clause, and what it does not notice is told with the reply that shows it. */
class MutationRunTest {

    private static final List<String> ONLY =
            List.of("queue.no-queue-id", "retrieve.no-bytes", "retrieve.never-ends", "download.dies-at-once");

    private static TestSuite suite(Duration timeout, String... more) {
        return new TestSuite(more.length > 0 ? List.of(more) : TinySuite.command(), timeout);
    }

    private static MutationReport run(TestSuite suite, List<String> only, Optional<Path> logs)
            throws IOException, InterruptedException {
        return new MutationRun(suite, config -> {}, logs).of(only, line -> {});
    }

    @Test
    void threeRunsSayTheSame() throws IOException, InterruptedException {
        for (var run = 0; run < 3; run++) {
            var report = run(suite(Duration.ofMinutes(10)), ONLY, Optional.empty());
            assertThat(report.rows().stream()
                            .collect(Collectors.toMap(row -> row.clause().id(), MutationReport.Row::verdict)))
                    .isEqualTo(Map.of(
                            "queue.no-queue-id", Verdict.NOTICED,
                            "retrieve.no-bytes", Verdict.SURVIVES,
                            "retrieve.never-ends", Verdict.NOTICED,
                            "download.dies-at-once", Verdict.NOT_REACHED));
            assertThat(report.lines())
                    .contains("SURVIVES retrieve.no-bytes: the video has no bytes", "  POST /api/v1/video/retrieve")
                    .last()
                    .isEqualTo("1 survive, 2 are noticed (0 by time), 1 are not reached");
            assertThat(report.json().at("/clauses/2/sent").asText()).isEqualTo("200 0 bytes of video/mp4");
        }
    }

    @Test
    void aSuiteThatFailsWithNothingBrokenOrNeverEndsIsRefused(@TempDir Path folder) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThatThrownBy(() ->
                        run(suite(Duration.ofMinutes(10), java, "-no-such-option"), List.of(), Optional.of(folder)))
                .hasMessageContaining("fails against the simulator as it is");
        assertThat(folder.resolve("unchanged.log")).content().contains("no-such-option");
        assertThatThrownBy(() -> run(suite(Duration.ZERO), List.of(), Optional.empty()))
                .hasMessageContaining("does not end within 0 s");
        assertThatThrownBy(() -> run(suite(Duration.ZERO), List.of("no.such"), Optional.empty()))
                .hasMessageContaining("give an id that --list shows");
        assertThatThrownBy(() -> run(suite(Duration.ZERO, "/no/such/program"), List.of(), Optional.empty()))
                .isInstanceOf(IOException.class);
    }
}
