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
import org.junit.jupiter.params.ParameterizedTest;

/** Independent checks that are tried at the same time, each caller within its limits. */
class SideBySideTest {

    @ParameterizedTest
    @EachEdition
    void agreeAsTheyDoOneAfterTheOther(ApiEdition edition) {
        var ids = List.of("models", "quote", "queue", "retrieve", "complete", "headers", "account", "rules", "reply");
        var plan = new RunPlan(edition, Optional.empty(), ids, Optional.empty());
        try (var checked = Checked.as(edition)) {
            var manner = new Target.Manner(
                    Duration.ofSeconds(150), checked.clock(), checked.clock().pause(), true);
            var target = Target.at(checked.baseUrl(), Optional.of(Checked.KEY), manner);
            var report = Checked.run(target, plan);
            assertThat(report.targetFailure()).isEmpty();
            assertThat(report.differing()).isEmpty();
            assertThat(report.skipped()).isZero();
            assertThat(report.rows()).extracting(RunReport.Row::check).isEqualTo(plan.checks());
            assertThat(checked.clock().waits())
                    .as("nobody was told to come back later")
                    .noneMatch(wait -> wait.compareTo(Duration.ofSeconds(31)) > 0);
        }
    }
}
