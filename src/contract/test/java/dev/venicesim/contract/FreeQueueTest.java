package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.Meddler.Change;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often a free check sends a request that would cost if it were taken. */
class FreeQueueTest {

    private static final String CHECK = "queue.missing-prompt";

    @Test
    void aServerErrorIsNotAnsweredWithTheSameOrderAtOnce() {
        try (var checked = Checked.as(TestEditions.JUNE);
                var meddler = new Meddler(checked.baseUrl(), onQueue(502, "{\"error\":\"Bad gateway\"}"))) {
            assertThat(differing(checked, meddler)).containsExactly(CHECK);
            assertThat(queued(meddler))
                    .as("the check is tried twice, each time once")
                    .isEqualTo(2);
        }
    }

    @Test
    void whatWasTakenInsteadOfRefusedIsNotOrderedAgain() {
        var taken = "{\"model\":\"wan\",\"queue_id\":\"019d39c4-97d7-76b0-bc56-5ca8467cced1\"}";
        try (var checked = Checked.as(TestEditions.JUNE);
                var meddler = new Meddler(checked.baseUrl(), onQueue(200, taken))) {
            assertThat(differing(checked, meddler)).containsExactly(CHECK);
            assertThat(queued(meddler)).isEqualTo(1);
        }
    }

    private static Change onQueue(int status, String body) {
        return (asked, reply) -> asked.contains("/video/queue")
                ? new Meddler.Reply(status, reply.headers(), body.getBytes(StandardCharsets.UTF_8))
                : reply;
    }

    private static List<String> differing(Checked checked, Meddler meddler) {
        var plan = new RunPlan(TestEditions.JUNE, Optional.empty(), List.of(CHECK), Optional.empty());
        RunReport report = Checked.run(checked.target(meddler.baseUrl()), plan);
        return report.differing().stream().map(row -> row.check().id()).toList();
    }

    private static long queued(Meddler meddler) {
        return meddler.seen().stream()
                .filter(line -> line.endsWith("/video/queue"))
                .count();
    }
}
