package dev.venicesim.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.Edition;
import dev.venicesim.kit.contract.Checked;
import dev.venicesim.kit.contract.check.Check;
import dev.venicesim.kit.contract.check.Contract;
import dev.venicesim.kit.contract.check.Cost;
import dev.venicesim.kit.contract.check.Result;
import dev.venicesim.kit.contract.run.Plan;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractOfTheSimulatorTest {

    @ParameterizedTest
    @EnumSource(Edition.class)
    void everyCheckAgreesInEveryEdition(Edition edition) {
        try (var checked = Checked.as(edition)) {
            var report = checked.run(checked.target(), "5");
            assertThat(report.trouble()).isEmpty();
            assertThat(report.differing()).isEmpty();
            assertThat(report.notes()).isEmpty();
            assertThat(report.rows().stream().filter(row -> row.result() instanceof Result.Skipped))
                    .isEmpty();
            assertThat(report.agreeing()).isGreaterThanOrEqualTo(80);
        }
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void soDoThoseThatAreTriedOnRequestOnly(Edition edition) {
        var ids = Contract.of(edition).stream()
                .filter(check -> check.cost() == Cost.ON_REQUEST)
                .map(Check::id)
                .toList();
        try (var checked = Checked.as(edition)) {
            var report = Checked.run(checked.target(), new Plan(edition, Optional.empty(), ids, Optional.empty()));
            assertThat(report.agreeing()).isEqualTo(ids.size()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void wantedFailuresNeverTripTheBudgetOfTwentyInThirtySeconds(Edition edition) {
        try (var checked = Checked.as(edition)) {
            var report = checked.run(checked.target(), "");
            assertThat(report.trouble()).isEmpty();
            assertThat(checked.clock().waits()).anyMatch(wait -> wait.compareTo(Duration.ofSeconds(20)) > 0);
        }
    }
}
