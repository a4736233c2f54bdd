package dev.venicesim.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.contract.Checked;
import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.CheckCost;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.check.Contract;
import dev.venicesim.contract.run.RunPlan;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;

class ContractOfTheSimulatorTest {

    @ParameterizedTest
    @EachEdition
    void everyCheckAgreesInEveryEdition(ApiEdition edition) {
        try (var checked = Checked.as(edition)) {
            var report = checked.run(checked.target(), "5");
            assertThat(report.targetFailure()).isEmpty();
            assertThat(report.differing()).isEmpty();
            assertThat(report.notes()).isEmpty();
            assertThat(report.rows().stream().filter(row -> row.result() instanceof CheckResult.Skipped))
                    .as("all but those that need a second simulator, which have a test of their own")
                    .allMatch(row -> row.check().group().endsWith("answers"));
            assertThat(report.agreeing()).isGreaterThanOrEqualTo(80);
        }
    }

    @ParameterizedTest
    @EachEdition
    void soDoThoseThatAreTriedOnRequestOnly(ApiEdition edition) {
        var ids = Contract.of(edition).stream()
                .filter(check -> check.cost() == CheckCost.ON_REQUEST)
                .map(Check::id)
                .toList();
        try (var checked = Checked.as(edition)) {
            var report = Checked.run(checked.target(), new RunPlan(edition, Optional.empty(), ids, Optional.empty()));
            assertThat(report.agreeing()).isEqualTo(ids.size()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EachEdition
    void wantedFailuresNeverTripTheBudgetOfTwentyInThirtySeconds(ApiEdition edition) {
        try (var checked = Checked.as(edition)) {
            var report = checked.run(checked.target(), "");
            assertThat(report.targetFailure()).isEmpty();
            assertThat(checked.clock().waits()).anyMatch(wait -> wait.compareTo(Duration.ofSeconds(20)) > 0);
        }
    }
}
