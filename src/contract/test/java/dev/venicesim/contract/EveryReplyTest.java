package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.run.RunPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of every reply when none came, or not all of them are known. */
class EveryReplyTest {

    @Test
    void ofRepliesThatNeverCameNothingIsSaid() {
        try (var checked = Checked.as(TestEditions.JUNE)) {
            var plan = new RunPlan(
                    TestEditions.JUNE, Optional.empty(), List.of("reply.wallet", "reply.cors"), Optional.empty());
            assertThat(Checked.run(checked.target(), plan).rows())
                    .extracting(row -> row.result().getClass().getSimpleName())
                    .containsExactlyInAnyOrder("Skipped", "Agrees");
        }
    }

    @Test
    void aRunThatIsTakenUpCannotSayWhatTheEarlierOneSaw(@TempDir Path folder) {
        var state = Optional.of(folder.resolve("state.json"));
        try (var checked = Checked.as(TestEditions.JUNE)) {
            var first = new RunPlan(TestEditions.JUNE, Optional.empty(), List.of("x402.balance"), state);
            Checked.run(checked.target(), first);
            var both = new RunPlan(TestEditions.JUNE, Optional.empty(), List.of("x402.balance", "reply.wallet"), state);
            assertThat(Checked.run(checked.target(), both).rows())
                    .filteredOn(row -> row.check().id().equals("reply.wallet"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.result()).isInstanceOf(CheckResult.Inconclusive.class));
        }
    }
}
