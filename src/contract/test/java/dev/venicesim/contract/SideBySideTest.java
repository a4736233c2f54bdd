package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;

/** Independent checks that are tried at the same time, each caller within its limits. */
class SideBySideTest {

    @ParameterizedTest
    @EachEdition
    void agreeAsTheyDoOneAfterTheOther(ApiEdition edition) {
        var ids = List.of(
                "models", "quote", "queue", "retrieve", "complete", "headers", "account", "x402", "rules", "reply");
        var plan = new RunPlan(edition, Optional.empty(), ids, Optional.empty());
        var blocked = new AtomicInteger();
        try (var checked = Checked.as(edition, config -> config.trustForwarded(true));
                var meddler = new Meddler(checked.baseUrl(), (asked, reply) -> {
                    blocked.addAndGet(reply.status() == 429 ? 1 : 0);
                    return reply;
                })) {
            var manner = new Target.Manner(
                    Duration.ofSeconds(150), checked.clock(), checked.clock().pause(), plan.failuresBorne(), true);
            var target = Target.at(meddler.baseUrl(), Optional.of(Checked.KEY), manner);
            var report = Checked.run(target, plan);
            assertThat(report.targetFailure()).isEmpty();
            assertThat(report.differing()).isEmpty();
            assertThat(report.skipped()).isZero();
            assertThat(report.rows()).extracting(RunReport.Row::check).isEqualTo(plan.checks());
            assertThat(blocked).hasValue(0);
            assertThat(meddler.seen())
                    .as("keys of the same account, each with its own limits")
                    .filteredOn(line -> line.equals("POST /__sim/self/keys"))
                    .hasSize(200);
        }
    }
}
