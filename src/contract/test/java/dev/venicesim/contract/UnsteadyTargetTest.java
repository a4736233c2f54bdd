package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.run.Baseline;
import dev.venicesim.contract.run.RunOptions;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that have to be of use night after night: against a target that fails now and then, and differs as it is known to. */
class UnsteadyTargetTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void oneFailingCallInFiftyIsNoDifference(int seed) {
        var chance = new Random(seed);
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.trustForwarded(true));
                var meddler = new Meddler(checked.baseUrl(), (asked, reply) -> {
                    if (asked.contains("/models?type=video") || chance.nextInt(50) != 0) {
                        return reply;
                    }
                    if (chance.nextBoolean()) {
                        return new Meddler.Reply(
                                502, reply.headers(), "{\"error\":\"Bad gateway\"}".getBytes(StandardCharsets.UTF_8));
                    }
                    throw new IllegalStateException("the connection breaks");
                })) {
            var report = checked.run(checked.target(meddler.baseUrl()), "");
            assertThat(report.targetFailure()).isEmpty();
            assertThat(report.differing()).isEmpty();
        }
    }

    @Test
    void theBaselineIsRedForWhatIsNewExpiredOrGone() {
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.quirk("unknown-queue-id", "400"))) {
            var report = Checked.run(checked.target(), plan(RunOptions.NONE));
            assertThat(report.differing()).hasSize(1);
            assertThat(objections(report, "{\"accepted\":[]}")).containsExactly("retrieve.unknown-id differs");
            assertThat(objections(report, accepted("retrieve.unknown-id", "2026-12-31")))
                    .isEmpty();
            assertThat(objections(report, accepted("retrieve.unknown-id", "2026-11-22")))
                    .singleElement()
                    .asString()
                    .contains("accepted until 2026-11-22");
            assertThat(objections(report, accepted("quote.number", "2026-12-31")))
                    .hasSize(2)
                    .anyMatch(text -> text.contains("quote.number agrees"));
        }
    }

    @Test
    void aQuirkThatIsKnownIsNoDifference() {
        var known = new RunOptions(List.of(), Map.of("unknown-queue-id", "400"), Optional.empty());
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.quirk("unknown-queue-id", "400"))) {
            assertThat(Checked.run(checked.target(), plan(known)).differing()).isEmpty();
        }
        try (var checked = Checked.as(TestEditions.JUNE)) {
            assertThat(Checked.run(checked.target(), plan(known)).differing()).hasSize(1);
        }
    }

    @Test
    void checksAreLeftOutByIdAndByGroup() {
        var skip = new RunOptions(List.of("rules", "quote.number"), Map.of(), Optional.empty());
        var ids = RunPlan.free(TestEditions.JUNE).with(skip).checks().stream()
                .map(check -> check.id())
                .toList();
        assertThat(ids)
                .contains("quote.whole-cents")
                .noneMatch(id -> id.startsWith("rules."))
                .doesNotContain("quote.number");
    }

    private static RunPlan plan(RunOptions options) {
        return new RunPlan(
                TestEditions.JUNE,
                Optional.empty(),
                List.of("retrieve.unknown-id", "quote.number"),
                Optional.empty(),
                options);
    }

    private static String accepted(String check, String until) {
        return "{\"accepted\":[{\"check\":\"" + check + "\",\"reason\":\"known\",\"until\":\"" + until + "\"}]}";
    }

    private static List<String> objections(RunReport report, String baseline) {
        return Baseline.read(json(baseline)).objections(report, TODAY, false);
    }

    private static JsonNode json(String text) {
        return Json.trusted(text.getBytes(StandardCharsets.UTF_8));
    }
}
