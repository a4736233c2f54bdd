package dev.venicesim.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.venicesim.suite.TestSuite;
import dev.venicesim.suite.TinySuite;
import dev.venicesim.time.TimeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client is tried in every scenario, and its grade is that of the worst thing it did. */
class CertificationRunTest {

    private static final List<String> EDITION = List.of("2026-06-17");
    private static final List<String> SCENARIOS = List.of("happy", "insufficient-balance", "stuck-job");

    private static Certificate tried(TestSuite suite, List<String> scenarios, Optional<Path> logs)
            throws IOException, InterruptedException {
        return new CertificationRun(suite, logs, new HastyTime()).of(EDITION, scenarios, line -> {});
    }

    /** Real time and a second for every time that somebody asked, so that nobody waits for a job. */
    private static final class HastyTime implements TimeSource {

        private final TimeSource real = TimeSource.system();
        private final AtomicLong asked = new AtomicLong();

        @Override
        public Instant now() {
            return real.now().plusSeconds(asked.incrementAndGet());
        }

        @Override
        public long nanos() {
            return real.nanos();
        }
    }

    @Test
    void threeRunsGiveTheSameCertificate(@TempDir Path folder) throws IOException, InterruptedException {
        var suite = new TestSuite(TinySuite.command(), Duration.ofMinutes(10));
        var first = tried(suite, SCENARIOS, Optional.of(folder));

        assertThat(first.trials())
                .extracting(Trial::scenario, Trial::ending)
                .containsExactly(
                        tuple("happy", TestSuite.Ending.PASSED),
                        tuple("insufficient-balance", TestSuite.Ending.FAILED),
                        tuple("stuck-job", TestSuite.Ending.FAILED));
        assertThat(folder.resolve("2026-06-17-stuck-job.log")).exists();
        for (var run = 0; run < 2; run++) {
            assertThat(tried(suite, SCENARIOS, Optional.empty()).json()).isEqualTo(first.json());
        }
    }

    @Test
    void aClientThatFailsWhereNothingGoesWrongHasTheWorstGrade() throws IOException, InterruptedException {
        var java = TinySuite.command().get(0);
        var never = tried(
                new TestSuite(List.of(java, "-no-such-option"), Duration.ofMinutes(10)),
                List.of("happy"),
                Optional.empty());

        assertThat(never.grade()).isEqualTo(Grade.F);
        assertThat(never.grade().isPass()).isFalse();
        assertThat(never.headline())
                .isEqualTo("grade F: it does not pass where nothing goes wrong; 0.00 USD lost in 1 trial");
    }

    @Test
    void whatDoesNotEndIsNoPass() throws IOException, InterruptedException {
        var late = tried(new TestSuite(TinySuite.command(), Duration.ZERO), List.of("stuck-job"), Optional.empty());

        assertThat(late.grade()).isEqualTo(Grade.C);
    }
}
