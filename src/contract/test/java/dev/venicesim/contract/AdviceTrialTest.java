package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.diff.ComparedSimulator;
import dev.venicesim.contract.run.AdviceTrial;
import dev.venicesim.contract.run.ContractRun;
import dev.venicesim.contract.run.RunListener;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.money.Usd;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTrialTest {

    @ParameterizedTest
    @CsvSource({
        "unknown-queue-id, 400, retrieve.unknown-id",
        "complete, 400, job.complete",
    })
    void aSettingThatHoldsIsTold(String quirk, String value, String check) throws InterruptedException {
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.quirk(quirk, value))) {
            var report = run(checked, check, (quirks, limits) -> simulator(quirks, limits));
            assertThat(report.settings()).isEqualTo(Map.of(quirk, value));
        }
    }

    @Test
    void soIsAnOptionThatIsNoQuirk() throws InterruptedException {
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.limits(false))) {
            var report = run(checked, "headers.rate-limit", (quirks, limits) -> simulator(quirks, limits));
            assertThat(report.settings()).isEqualTo(Map.of("--limits", "off"));
        }
    }

    @Test
    void oneThatLeavesTheSimulatorAsItIsIsNotTold() throws InterruptedException {
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.quirk("unknown-queue-id", "400"))) {
            var report = run(checked, "retrieve.unknown-id", (quirks, limits) -> simulator(Map.of(), true));
            assertThat(report.differing()).hasSize(1);
            assertThat(report.settings()).isEmpty();
        }
    }

    private static RunReport run(Checked checked, String check, ComparedSimulator.Maker simulators)
            throws InterruptedException {
        var plan = new RunPlan(TestEditions.JUNE, Optional.of(Usd.parse("5")), List.of(check), Optional.empty());
        return ContractRun.of(checked.target(), plan, RunListener.SILENT, new AdviceTrial(simulators));
    }

    private static ComparedSimulator simulator(Map<String, String> quirks, boolean limits) {
        var own = Checked.as(TestEditions.JUNE, config -> {
            config.limits(limits);
            quirks.forEach(config::quirk);
        });
        return new ComparedSimulator(own.target(), own::close);
    }
}
