package dev.venicesim.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.Edition;
import dev.venicesim.kit.contract.Meddler.Change;
import dev.venicesim.kit.contract.check.Check;
import dev.venicesim.kit.contract.check.Contract;
import dev.venicesim.kit.contract.run.Plan;
import dev.venicesim.kit.contract.run.Report;
import dev.venicesim.money.Usd;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Deviations planted one at a time: each is found by the check that is about it. That none is found in a clean run is a test of its own. */
class SeededDeviationsTest {

    @ParameterizedTest
    @CsvSource({
        "unknown-queue-id, 400, retrieve.unknown-id",
        "unknown-model, 404-named, quote.unknown-model",
        "unknown-model, 400, queue.unknown-model",
        "missing-model, plain, retrieve.missing-model",
        "missing-model, lenient, complete.missing-model",
        "media-not-found-text, single-may, retrieve.unknown-id",
        "complete-unknown-id, 404, complete.unknown-id",
        "invalid-content-type, 400, quote.content-type",
        "bare-seconds, accept, quote.bare-seconds",
        "auto-duration, refuse, queue.auto-duration",
        "field-aliases, on, queue.field-aliases",
        "audio-flag, ignore, queue.audio-flag",
        "unknown-fields, refuse, queue.unknown-field",
        "discovery-text, authentication, queue.nobody",
        "ratelimit-reset, milliseconds, headers.rate-limit-reset",
        "ratelimit-headers, requests, headers.rate-limit",
        "complete, 400, job.complete",
        "deleted-link, 404, link.revoked"
    })
    void aQuirkOfTheTargetIsFoundAndItsSettingNamed(String quirk, String value, String check) {
        try (var checked = Checked.as(Edition.E2026_06_17, config -> config.quirk(quirk, value))) {
            var report = checked.run(checked.target(), paid(check) ? "5" : "");
            assertThat(ids(report)).contains(check);
            assertThat(report.quirks()).isEqualTo(Map.of(quirk, value));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aChangedAnswerIsFoundByItsCheck(String check, String pointer, Change change) {
        try (var checked = Checked.as(Edition.E2026_06_17);
                var meddler = new Meddler(checked.baseUrl(), change)) {
            var report = Checked.run(checked.target(meddler.baseUrl()), areaOf(check));
            assertThat(ids(report)).contains(check);
            assertThat(report.differing().stream()
                            .filter(row -> row.check().id().equals(check))
                            .map(row -> row.result().toString()))
                    .first()
                    .asString()
                    .contains(pointer);
            assertThat(report.notes()).isEmpty();
        }
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                seeded("quote.number", "/quote", on("/quote", 200, reply -> reply.replacing("\"quote\"", "\"price\""))),
                seeded("quote.whole-cents", "/quote", on("/quote", 200, reply -> reply.replacing("}", "123}"))),
                seeded(
                        "models.no-pricing",
                        "/data",
                        on(
                                "type=video",
                                200,
                                reply -> reply.replacing("\"traits\":[]", "\"traits\":[],\"pricing\":{\"usd\":1}"))),
                seeded(
                        "models.only-videos",
                        "/data",
                        on(
                                "type=video",
                                200,
                                reply -> reply.replacing("\"type\":\"video\"}]", "\"type\":\"image\"}]"))),
                seeded(
                        "headers.version",
                        "header x-venice-version",
                        (request, reply) -> reply.without("x-venice-version")),
                seeded("headers.ray", "header CF-RAY", (request, reply) -> reply.without("cf-ray")),
                seeded(
                        "queue.bad-key",
                        "/error",
                        on("/queue", 401, reply -> reply.replacing("Authentication failed", "Unauthorised"))),
                seeded("retrieve.bad-key", "status", on("/retrieve", 401, reply -> reply.withStatus(403))),
                seeded(
                        "queue.payment-header",
                        "header PAYMENT-REQUIRED",
                        on("/queue", 402, reply -> reply.without("payment-required"))),
                seeded(
                        "queue.nobody",
                        "accepts",
                        on("/queue", 402, reply -> reply.replacing("\"accepts\"", "\"offers\""))),
                seeded(
                        "quote.missing-duration",
                        "/issues",
                        on("/quote", 400, reply -> reply.replacing("\"Required\"", "\"Needed\""))),
                seeded(
                        "queue.details-mirror-issues",
                        "/details",
                        on("/queue", 400, reply -> reply.replacing("\"details\"", "\"tree\""))),
                seeded(
                        "headers.balance",
                        "header x-venice-balance-usd",
                        (request, reply) -> reply.without("x-venice-balance-usd")),
                seeded(
                        "job.processing",
                        "execution_duration",
                        on(
                                "/retrieve",
                                200,
                                reply -> processing(reply) ? reply.replacing("execution_duration", "elapsed") : reply)),
                seeded(
                        "job.queue-reply",
                        "queue-reply schema",
                        on("/queue", 200, reply -> reply.replacing("{\"model\"", "{\"id\":\"x\",\"model\""))),
                seeded(
                        "job.video",
                        "header content-type",
                        on(
                                "/retrieve",
                                200,
                                reply -> processing(reply)
                                        ? reply
                                        : reply.with("content-type", "application/octet-stream"))),
                seeded(
                        "job.charged-as-quoted",
                        "a fall by",
                        on("/retrieve", 200, reply -> reply.with("x-venice-balance-usd", "98.00"))),
                seeded(
                        "link.completed",
                        "/status",
                        on(
                                "/retrieve",
                                200,
                                reply ->
                                        processing(reply) ? reply.replacing("\"COMPLETED\"", "\"FINISHED\"") : reply)));
    }

    private static boolean processing(Meddler.Reply reply) {
        return reply.headers().getOrDefault("content-type", "").contains("json");
    }

    private static Arguments seeded(String check, String pointer, Change change) {
        return Arguments.of(check, pointer, change);
    }

    private static Change on(String path, int status, java.util.function.UnaryOperator<Meddler.Reply> change) {
        return (request, reply) -> request.contains(path) && reply.status() == status ? change.apply(reply) : reply;
    }

    /** Every check of the same area. */
    private static Plan areaOf(String check) {
        var area = check.substring(0, check.indexOf('.') + 1);
        var ids = Contract.all().stream()
                .map(Check::id)
                .filter(id -> id.startsWith(area))
                .toList();
        return new Plan(Edition.E2026_06_17, Optional.of(Usd.parse("5")), ids, Optional.empty());
    }

    private static boolean paid(String check) {
        return check.startsWith("job.") || check.startsWith("link.");
    }

    private static List<String> ids(Report report) {
        assertThat(report.trouble()).isEmpty();
        return report.differing().stream().map(row -> row.check().id()).toList();
    }
}
