package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.Meddler.Change;
import dev.venicesim.contract.Meddler.Reply;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.money.Usd;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is said of a video: another job's is told from the job's own behind a link that nobody was given. */
class ForgedLinksTest {

    @Test
    void aForgedLinkThatOpensIsNoOtherJobs() {
        var video = new AtomicReference<Reply>();
        Change open = (asked, reply) -> {
            if (asked.contains("GET /v1/share") && reply.status() == 200) {
                video.compareAndSet(null, reply);
            }
            return asked.contains("GET /v1/share") && reply.status() == 404 && video.get() != null
                    ? video.get()
                    : reply;
        };
        assertThat(differing(open, "link.download", "link.forged", "reply.video"))
                .containsExactly("link.forged: status");
    }

    @Test
    void theVideoOfAnotherJobIsFound() {
        var video = new AtomicReference<Reply>();
        Change repeated = (asked, reply) -> {
            if (!Deviations.isVideo(reply) || !asked.contains("/video/retrieve")) {
                return reply;
            }
            var first = video.compareAndExchange(null, reply);
            return first == null ? reply : first;
        };
        assertThat(differing(repeated, "job.video", "job.delete-on-completion", "reply.video"))
                .containsExactly("reply.video: body");
    }

    private static List<String> differing(Change change, String... checks) {
        var plan = new RunPlan(TestEditions.AUGUST, Optional.of(Usd.parse("5")), List.of(checks), Optional.empty());
        try (var checked = Checked.as(TestEditions.AUGUST, config -> config.trustForwarded(true));
                var meddler = new Meddler(checked.baseUrl(), change)) {
            return Checked.run(checked.target(meddler.baseUrl()), plan).differing().stream()
                    .map(row -> row.check().id() + ": "
                            + ((CheckResult.Differs) row.result())
                                    .differences()
                                    .get(0)
                                    .pointer())
                    .toList();
        }
    }
}
