package dev.venicesim.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.Edition;
import dev.venicesim.kit.contract.Checked;
import dev.venicesim.kit.contract.check.Result;
import java.time.Duration;
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
            assertThat(report.agreeing()).isGreaterThanOrEqualTo(55);
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
