package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.Meddler.Change;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole tables of requests, each answered as a simulator of the edition answers it. */
class AnswerChecksTest {

    private static final List<String> ALL = List.of("answers", "open-answers", "reply");

    @ParameterizedTest
    @EachEdition
    void aSimulatorAnswersAsASimulatorDoesAndIsNotBlocked(ApiEdition edition) {
        var blocked = new AtomicInteger();
        var taken = new AtomicInteger();
        Change counting = (asked, reply) -> {
            blocked.addAndGet(reply.status() == 429 ? 1 : 0);
            taken.addAndGet(asked.contains("/video/queue") && reply.status() == 200 ? 1 : 0);
            return reply;
        };
        var report = report(edition, ALL, counting, true);
        assertThat(report.targetFailure()).isEmpty();
        assertThat(report.differing()).isEmpty();
        assertThat(report.inconclusive()).isZero();
        assertThat(report.rows())
                .filteredOn(row -> row.result() instanceof CheckResult.Skipped)
                .allMatch(row -> row.check().looksAtEveryReply());
        assertThat(blocked).hasValue(0);
        assertThat(taken).as("nothing is ordered that could be taken").hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "POST /api/v1/video/queue, String must contain at most 2500, String must contain at most 2501, answers.rules-veo",
        "POST /api/v1/video/queue, \"inclusive\":true, \"inclusive\":false, answers.rules-veo",
        "GET /api/v1/models, \"privacy\":\"private\", \"privacy\":\"anonymized\", open-answers.models",
        "GET /api/v1/models, \"created\":1, \"created\":1000, open-answers.models",
        "GET /api/v1/billing/usage-analytics, \"topKeyNames\", \"topKeys\", answers.account",
        "POST /api/v1/video/retrieve, is required, is needed, answers.jobs",
        "POST /api/v1/video/quote, \"quote\":0., \"quote\":1., answers.quotes-veo",
        "PUT /api/v1/video/quote, is not allowed here, is no method, answers.transport",
        "GET /api/v1/modells, is no path of the API, is unknown, answers.transport",
        "POST /api/v1/video/queue, URL must be publicly accessible, URL must be public, answers.hosts",
        "POST /api/v1/video/quote, received '5', received 5, answers.rules-wan",
        "POST /api/v1/video/queue, The image file is corrupted, The image is corrupted, answers.rules-veo",
        "POST /api/v1/video/queue, Image dimensions are too small, The image is too small, answers.rules-seedance",
        "POST /api/v1/video/queue, Per clip must be 2, Per clip must be 1, answers.rules-seedance",
        "POST /api/v1/video/queue, Video duration exceeds, Video exceeds, answers.rules-topaz",
    })
    void whatIsOtherwiseIsFound(String line, String text, String other, String check) {
        var report = report(
                edition(),
                List.of(check),
                (asked, reply) -> asked.contains(line) ? reply.replacing(text, other) : reply,
                true);
        assertThat(report.differing()).as(check).hasSize(1);
    }

    @Test
    void aDifferenceNamesTheRequest() {
        var report = report(
                edition(),
                List.of("answers.account"),
                (asked, reply) -> asked.contains("pageSize=9") ? reply.withStatus(200) : reply,
                true);
        var differs = (CheckResult.Differs) report.rows().get(0).result();
        assertThat(differs.differences().get(0))
                .asString()
                .contains("/status: expected 400 for GET /billing/usage-history?pageSize=9, found 200");
        assertThat(differs.evidence()).contains("pageSize=9");
    }

    @Test
    void whatWasTakenInsteadOfRefusedEndsTheTable() {
        var queued = new AtomicInteger();
        Change taking = (asked, reply) -> {
            if (!asked.contains("/video/queue")) {
                return reply;
            }
            queued.incrementAndGet();
            var body = "{\"model\":\"veo\",\"queue_id\":\"019d39c4-97d7-76b0-bc56-5ca8467cced1\"}";
            return new Meddler.Reply(200, reply.headers(), body.getBytes(StandardCharsets.UTF_8));
        };
        var report = report(edition(), List.of("answers.rules-veo"), taking, true);
        assertThat(report.differing()).hasSize(1);
        assertThat(queued).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void oneFailingCallInFiftyIsNoDifference(int seed) {
        var chance = new Random(seed);
        Change failing = (asked, reply) -> {
            if (asked.contains("/models?type=video") || chance.nextInt(50) != 0) {
                return reply;
            }
            if (chance.nextBoolean()) {
                return new Meddler.Reply(
                        500 + chance.nextInt(4), reply.headers(), "{}".getBytes(StandardCharsets.UTF_8));
            }
            throw new IllegalStateException("the connection breaks");
        };
        var report =
                report(edition(), List.of("answers.rules-kling", "answers.account", "answers.bodies"), failing, true);
        assertThat(report.targetFailure()).isEmpty();
        assertThat(report.differing()).isEmpty();
    }

    @Test
    void modelsThatTheEditionDoesNotKnowAreNoDifference() {
        var report = report(
                edition(),
                List.of("open-answers.models"),
                (asked, reply) -> reply.replacing("\"id\":\"veo3.1-", "\"id\":\"veo9-"),
                true);
        assertThat(report.differing()).isEmpty();
    }

    @Test
    void aSingleCallerAsksAboutFewerModels() {
        var seen = new AtomicInteger();
        Change counting = (asked, reply) -> {
            seen.incrementAndGet();
            return reply;
        };
        assertThat(report(edition(), List.of("answers.rules-kling"), counting, true)
                        .differing())
                .isEmpty();
        var ofMany = seen.getAndSet(0);
        assertThat(report(edition(), List.of("answers.rules-kling"), counting, false)
                        .differing())
                .isEmpty();
        assertThat(seen).hasValueLessThan(ofMany);
    }

    @Test
    void withoutASimulatorNothingIsSaid() {
        var plan = new RunPlan(edition(), Optional.empty(), List.of("answers.account"), Optional.empty());
        try (var checked = Checked.as(edition())) {
            assertThat(Checked.run(checked.target(), plan).rows().get(0).result())
                    .isEqualTo(new CheckResult.Skipped("there is no simulator here to compare with"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "answers.transport | only a simulator that gives the run further keys is asked this",
                "answers.consent | only a simulator that gives the run further keys is asked this",
                "answers.rules-veo | the target lists no model of the family veo",
                "answers.ids | the target lists no text-to-video model with ratios, resolutions and durations that the edition lists too"
            })
    void whatIsNotAskedSaysWhy(String check, String why) {
        Change otherModels = (asked, reply) -> asked.contains("/models") && check.contains(".rules-")
                ? reply.replacing("\"id\":\"veo", "\"id\":\"other")
                : asked.contains("/models") && check.contains(".ids")
                        ? reply.replacing("\"id\":\"", "\"id\":\"other-")
                        : reply;
        var row =
                report(having(check), List.of(check), otherModels, false).rows().get(0);
        assertThat(row.result()).isEqualTo(new CheckResult.Skipped(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers.transport", "answers.consent", "answers.account", "answers.rules-veo"})
    void withoutAKeyThatIsWhatIsSaid(String check) {
        var plan = new RunPlan(having(check), Optional.empty(), List.of(check), Optional.empty());
        try (var checked = Checked.as(having(check))) {
            var target = Target.at(checked.baseUrl(), Optional.empty(), Target.Manner.real());
            assertThat(Checked.runBesideSimulators(target, plan).rows().get(0).result())
                    .isEqualTo(new CheckResult.Skipped("no API key was given"));
        }
    }

    private static ApiEdition having(String check) {
        return check.equals("answers.consent") ? TestEditions.JUNE : edition();
    }

    private static ApiEdition edition() {
        return ApiEdition.latest();
    }

    private static RunReport report(ApiEdition edition, List<String> only, Change change, boolean sideBySide) {
        var plan = new RunPlan(edition, Optional.empty(), only, Optional.empty());
        try (var checked = Checked.as(edition, config -> config.trustForwarded(true));
                var meddler = new Meddler(checked.baseUrl(), change)) {
            var manner = new Target.Manner(
                    Duration.ofSeconds(150),
                    checked.clock(),
                    checked.clock().pause(),
                    plan.failuresBorne(),
                    sideBySide);
            var target = Target.at(meddler.baseUrl(), Optional.of(Checked.KEY), manner);
            return Checked.runBesideSimulators(target, plan);
        }
    }
}
