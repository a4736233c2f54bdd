package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.run.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What shows from one reply to the next is found; that a healthy target shows none of it, others test. */
class DeviantWireTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isFound(Deviations.Row deviation) {
        assertThat(DeviationsTest.found(deviation))
                .extracting(row -> row.check().id())
                .contains(deviation.check());
    }

    static List<Deviations.Row> rows() {
        return DeviantWire.all();
    }

    @Test
    void aCentThatIsTakenWhileTheRunCleansUpIsFound() {
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.trustForwarded(true));
                var meddler = new Meddler(checked.baseUrl(), DeviantWire.aCentInTheCleanUp())) {
            var plan = DeviationsTest.plan(TestEditions.JUNE, "link.");
            var report = Checked.run(checked.target(meddler.baseUrl()), plan);
            assertThat(report.differing()).extracting(row -> row.check().id()).containsExactly("reply.balance");
        }
    }

    @Test
    void aLinkToNowhereDiffersOnceAndIsNotTriedAgain() {
        var report = withLinks(body -> body.put("download_url", "http://127.0.0.1:1/v1/share/read/x"));
        assertThat(report.differing()).extracting(row -> row.check().id()).containsExactly("link.early");
        assertThat(report.rows())
                .filteredOn(row -> row.result() instanceof CheckResult.Inconclusive)
                .isEmpty();
    }

    @Test
    void aLinkThatIsNoAddressIsFound() {
        var report = withLinks(body -> body.put("download_url", "/v1/share/read/x"));
        assertThat(report.differing()).extracting(row -> row.check().id()).contains("link.queue-reply", "reply.ids");
    }

    @Test
    void aJobWithoutItsLinkIsFound() {
        var report = withLinks(body -> body.remove("download_url"));
        assertThat(report.differing()).extracting(row -> row.check().id()).contains("link.queue-reply");
    }

    /** As October has it, where complete deletes nothing and a link alone does. The waits of the run stay bounded. */
    private static RunReport withLinks(Consumer<ObjectNode> change) {
        var edited = Deviations.edit("/video/queue", 200, body -> {
            if (body.has("download_url")) {
                change.accept(body);
            }
        });
        try (var checked = Checked.as(
                        TestEditions.AUGUST,
                        config -> config.trustForwarded(true).quirk("complete", "400"));
                var meddler = new Meddler(checked.baseUrl(), edited)) {
            var report =
                    Checked.run(checked.target(meddler.baseUrl()), DeviationsTest.plan(TestEditions.AUGUST, "link."));
            assertThat(report.targetFailure()).isEmpty();
            assertThat(checked.clock().waits().stream().reduce(Duration.ZERO, Duration::plus))
                    .isLessThan(Duration.ofMinutes(10));
            return report;
        }
    }
}
