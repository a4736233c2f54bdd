package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.check.CheckCost;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.contract.report.HtmlReport;
import dev.venicesim.contract.report.JsonReport;
import dev.venicesim.contract.report.JunitXml;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.money.Usd;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does where nothing good answers: it says so, spends nothing more, and leaves no half-written file. */
class BadTargetsTest {

    private static final ApiEdition JUNE = TestEditions.JUNE;

    @Test
    void htmlIsNamedAndNothingMoreIsAsked() {
        try (var checked = Checked.as(JUNE);
                var meddler =
                        new Meddler(checked.baseUrl(), (request, reply) -> reply.with("content-type", "text/html"))) {
            var report = checked.run(checked.target(meddler.baseUrl()), "5");
            assertThat(targetFailure(report)).contains("HTML", "/api/v1");
            assertThat(meddler.seen()).hasSize(1);
            assertThat(report.skipped()).isEqualTo(report.rows().size());
        }
    }

    @Test
    void anEmptyAnswerIsNamed() {
        try (var checked = Checked.as(JUNE);
                var meddler = new Meddler(
                        checked.baseUrl(), (request, reply) -> new Meddler.Reply(200, reply.headers(), new byte[0]))) {
            assertThat(targetFailure(checked.run(checked.target(meddler.baseUrl()), "")))
                    .contains("answered 200 with nothing");
        }
    }

    @Test
    void aRedirectIsNeverFollowed() {
        try (var checked = Checked.as(JUNE);
                var other = new Meddler(checked.baseUrl(), (request, reply) -> reply);
                var meddler = new Meddler(
                        checked.baseUrl(),
                        (request, reply) -> reply.withStatus(307)
                                .with("location", other.baseUrl().replace("127.0.0.1", "localhost")))) {
            assertThat(targetFailure(checked.run(checked.target(meddler.baseUrl()), "")))
                    .contains("redirects to localhost", "not followed");
            assertThat(other.seen()).isEmpty();
        }
    }

    @Test
    void aSilentTargetIsGivenUp() throws IOException {
        try (var checked = Checked.as(JUNE);
                var silent = new ServerSocket(0)) {
            var manner = new Target.Manner(
                    Duration.ofMillis(300), checked.clock(), checked.clock().pause());
            var target = Target.at("http://127.0.0.1:" + silent.getLocalPort() + "/api/v1", Optional.empty(), manner);
            assertThat(targetFailure(checked.run(target, ""))).contains("no answer within");
        }
    }

    @Test
    void aBrokenTlsHandshakeIsNamed() {
        try (var checked = Checked.as(JUNE)) {
            var target = checked.target(checked.baseUrl().replace("http:", "https:"));
            assertThat(targetFailure(checked.run(target, ""))).contains("TLS");
        }
    }

    @Test
    void aKeyRefusedMidwayEndsTheRunAndTheSpending() {
        var keyed = new AtomicInteger();
        try (var checked = Checked.as(JUNE);
                var meddler = new Meddler(
                        checked.baseUrl(),
                        (request, reply) -> request.contains("/retrieve")
                                        && reply.headers().containsKey("x-venice-balance-usd")
                                        && keyed.incrementAndGet() > 12
                                ? reply.withStatus(401).replacing("\"", "'")
                                : reply)) {
            var report = checked.run(checked.target(meddler.baseUrl()), "5");
            assertThat(report.targetFailure().map(TargetFailure::kind)).contains(TargetFailure.Kind.KEY_REFUSED);
            assertThat(report.notes()).isEmpty();
            assertThat(meddler.seen()).last().asString().contains("/video/complete");
        }
    }

    @Test
    void theCapIsNeverPassed() {
        try (var checked = Checked.as(JUNE)) {
            var report = checked.run(checked.target(), "0.15");
            assertThat(report.spent()).isLessThanOrEqualTo(Usd.parse("0.15")).isGreaterThan(Usd.ZERO);
            assertThat(report.rows().stream()
                            .filter(row -> row.result() instanceof CheckResult.Skipped skipped
                                    && skipped.why().contains("of 0.15 USD are spent")))
                    .isNotEmpty();
        }
    }

    @Test
    void aJobThatWasPaidForIsCompletedAlthoughItsChecksDiffer() {
        try (var checked = Checked.as(JUNE);
                var meddler = new Meddler(
                        checked.baseUrl(),
                        (request, reply) -> request.contains("/retrieve") && reply.status() == 200
                                ? reply.with("content-type", "text/plain")
                                : reply)) {
            var report = Checked.run(checked.target(meddler.baseUrl()), plan("job.video"));
            assertThat(report.differing()).hasSize(1);
            assertThat(meddler.seen()).last().asString().contains("/video/complete");
        }
    }

    @Test
    void aRunIsTakenUpWhereItStoppedWithoutPayingTwice(@TempDir Path folder) {
        var state = folder.resolve("state.json");
        try (var checked = Checked.as(JUNE)) {
            var first = Checked.run(checked.target(), plan(state, "job.queue-reply", "job.video"));
            var second = Checked.run(checked.target(), plan(state, "job.queue-reply", "job.video"));
            assertThat(second.agreeing()).isEqualTo(2);
            assertThat(second.spent()).isEqualTo(first.spent());
            assertThat(state).content().doesNotContain(Checked.KEY);
        }
    }

    @Test
    void theStateOfAnotherTargetIsRefused(@TempDir Path folder) throws IOException {
        var state = Files.writeString(
                folder.resolve("state.json"),
                "{\"target\":\"http://other/api/v1\",\"edition\":\"2026-06-17\",\"results\":{}}");
        try (var checked = Checked.as(JUNE)) {
            assertThatThrownBy(() -> Checked.run(checked.target(), plan(state, "job.video")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("http://other/api/v1");
        }
    }

    @Test
    void aKeyThatTheTargetEchoesIsInNoReport() {
        try (var checked = Checked.as(JUNE);
                var meddler = new Meddler(
                        checked.baseUrl(),
                        (request, reply) -> request.contains("/retrieve")
                                ? reply.replacing("may may", "Bearer " + Checked.KEY)
                                : reply)) {
            var report = checked.run(checked.target(meddler.baseUrl()), "");
            assertThat(report.differing()).isNotEmpty();
            assertThat(HtmlReport.of(report) + JsonReport.of(report) + JunitXml.of(report))
                    .contains("Bearer ***")
                    .doesNotContain(Checked.KEY);
        }
    }

    @Test
    void nothingIsPaidAfterTheFirstServerError() {
        try (var checked = Checked.as(JUNE);
                var meddler = new Meddler(
                        checked.baseUrl(),
                        (request, reply) -> request.contains("/complete") ? reply.withStatus(500) : reply)) {
            var report = checked.run(checked.target(meddler.baseUrl()), "5");
            assertThat(report.spent()).isEqualTo(Usd.ZERO);
            assertThat(report.rows().stream()
                            .filter(row -> row.check().cost() == CheckCost.PAID)
                            .map(row -> row.result().toString()))
                    .contains("Skipped[why=the target answered 500]")
                    // the second is what those say that judge the replies of others
                    .allMatch(result -> result.equals("Skipped[why=the target answered 500]")
                            || result.equals("Skipped[why=no reply of this kind came]"));
        }
    }

    @Test
    void aQueueThatGivesNoAnswerLeavesANoteOfWhatMayBeCharged() {
        try (var checked = Checked.as(JUNE);
                var meddler = new Meddler(
                        checked.baseUrl(),
                        (request, reply) -> request.contains("/queue") && reply.status() == 200
                                ? reply.with("content-type", "text/html")
                                : reply)) {
            var report = Checked.run(checked.target(meddler.baseUrl()), plan("job.video"));
            assertThat(report.targetFailure()).isPresent();
            assertThat(report.notes())
                    .singleElement()
                    .asString()
                    .contains("a job may run that nobody can name", "USD may be charged");
            assertThat(meddler.seen())
                    .filteredOn(call -> call.contains("/queue"))
                    .hasSize(1);
        }
    }

    @Test
    void aFullDeviceIsSaidToBeFullAndStaysADevice() {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "SKIPPED: this system has no /dev/full");
        assertThatThrownBy(() -> WholeFile.write(full, "x"))
                .isInstanceOf(WholeFile.CannotWriteException.class)
                .hasMessageContaining("No space left on device");
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    @Test
    void aFullDiskLeavesNothingBehind() {
        var full = Path.of("/proc/venice-sim/check.json");
        assertThatThrownBy(() -> WholeFile.write(full, "x"))
                .isInstanceOf(WholeFile.CannotWriteException.class)
                .hasMessageContaining("cannot be written");
    }

    private static String targetFailure(RunReport report) {
        assertThat(report.targetFailure()).isPresent();
        assertThat(report.spent()).isEqualTo(Usd.ZERO);
        return report.targetFailure().orElseThrow().getMessage();
    }

    private static RunPlan plan(String... ids) {
        return new RunPlan(JUNE, Optional.of(Usd.parse("5")), List.of(ids), Optional.empty());
    }

    private static RunPlan plan(Path state, String... ids) {
        return new RunPlan(JUNE, Optional.of(Usd.parse("5")), List.of(ids), Optional.of(state));
    }
}
