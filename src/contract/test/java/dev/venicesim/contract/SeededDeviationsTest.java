package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.Meddler.Change;
import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.CheckCost;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.check.Contract;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.report.QuirkFile;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Deviations planted one at a time: each is found by the check that is about it. That none is found in a clean run is a
 * test of its own.
 */
class SeededDeviationsTest {

    @ParameterizedTest
    @CsvSource({
        "unknown-queue-id, 400, retrieve.unknown-id",
        "unknown-queue-id, 400, job.other-model",
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
        "deleted-link, 404, link.revoked",
        "download-links, all-grok, link.public-grok",
        "quote-upscale, needs-key, quote.upscale-without-key",
        "deprecation, clock, quote.removed-model",
        "error-codes, on, queue.bad-key",
        "sign-in-codes, on, x402.bad-sign-in",
        "missing-sign-in, 402, x402.missing-sign-in",
        "missing-key, 402, account.no-key",
        "wallet-mismatch-text, balance, x402.other-wallet",
        "rate-limit-log-key, admin, account.rate-limit-log",
        "transcriptions, 410, transcriptions.answers",
        "payload-too-large, table, queue.too-large",
        "failed-budget, 50, limits.failed-budget"
    })
    void aQuirkOfTheTargetIsFoundAndItsSettingNamed(String quirk, String value, String check) {
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.quirk(quirk, value))) {
            var report = Checked.run(checked.target(), everythingWith(check));
            assertThat(ids(report)).contains(check);
            assertThat(report.settings()).isEqualTo(Map.of(quirk, value));
            assertThat(report.differing())
                    .as("nothing is found that the quirk does not explain")
                    .allSatisfy(row -> assertThat(((CheckResult.Differs) row.result()).settings())
                            .as(row.check().id())
                            .isEqualTo(Map.of(quirk, value)));
        }
    }

    @Test
    void limitsThatAreOffAreNamedAsTheOptionThatTheyAre() {
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.limits(false))) {
            var report = checked.run(checked.target(), "");
            assertThat(ids(report)).containsExactly("headers.rate-limit", "headers.rate-limit-reset");
            assertThat(report.settings()).isEqualTo(Map.of("--limits", "off"));
            assertThat(QuirkFile.of(report)).endsWith("\n--limits off\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST | /api/v1/video/quote | 200 | {\"quote\":\"0.55\"} | quote.number",
                "POST | /api/v1/video/quote | 200 | {\"quote\":0.5512345} | quote.whole-cents",
                "GET | /api/v1/models/traits | 200 | {\"data\":[]} | models.traits",
                "GET | /api/v1/api_keys/rate_limits | 200 | {\"data\":{}} | account.rate-limits",
                "GET | /api/v1/billing/balance | 200 | {\"usd\":5} | account.balance",
                "POST | /api/v1/x402/top-up | 402 | {\"accepts\":[]} | x402.top-up-terms"
            })
    void aStubInFrontOfTheTargetIsFound(
            String method, String path, int status, String body, String check, @TempDir Path root) throws IOException {
        var mapping = Json.object();
        mapping.putObject("request").put("method", method).put("urlPath", path);
        mapping.putObject("response").put("status", status).put("body", body);
        Files.createDirectories(root.resolve("mappings"));
        Files.write(root.resolve("mappings").resolve("stub.json"), Json.bytes(mapping));
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.stubs(root))) {
            assertThat(ids(checked.run(checked.target(), ""))).contains(check);
        }
    }

    @Test
    void aSavedCatalogueThatDiffersIsFoundByDriftAndByTheCheckOfTheList(@TempDir Path root)
            throws IOException, InterruptedException {
        var file = root.resolve("models.json");
        try (var clean = Checked.as(TestEditions.JUNE)) {
            var list =
                    clean.target().ask(TargetRequest.get("/models?type=video")).json();
            var data = ((com.fasterxml.jackson.databind.node.ObjectNode) list).withArrayProperty("data");
            data.remove(0);
            Files.write(file, Json.bytes(list));
        }
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.models(file))) {
            assertThat(ids(checked.run(checked.target(), ""))).containsExactly("models.edition");
            var list = checked.target()
                    .ask(TargetRequest.get("/models?type=video"))
                    .json();
            assertThat(dev.venicesim.contract.drift.ModelDrift.of(TestEditions.JUNE, list))
                    .hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aChangedAnswerIsFoundByItsCheck(String check, String pointer, Change change) {
        try (var checked = Checked.as(TestEditions.JUNE);
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
                        "/id",
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
    private static RunPlan areaOf(String check) {
        var area = check.substring(0, check.indexOf('.') + 1);
        var ids = Contract.all().stream()
                .map(Check::id)
                .filter(id -> id.startsWith(area))
                .toList();
        return new RunPlan(TestEditions.JUNE, Optional.of(Usd.parse("5")), ids, Optional.empty());
    }

    /** Every free check, and this one if it is not. */
    private static RunPlan everythingWith(String check) {
        var cost = cost(check);
        var wanted = Contract.of(TestEditions.JUNE).stream()
                .filter(one -> one.cost() == CheckCost.FREE
                        || one.id().equals(check)
                        || (cost == CheckCost.PAID && one.cost() == cost))
                .map(Check::id)
                .toList();
        return new RunPlan(TestEditions.JUNE, Optional.of(Usd.parse("5")), wanted, Optional.empty());
    }

    private static CheckCost cost(String check) {
        return Contract.all().stream()
                .filter(one -> one.id().equals(check))
                .findFirst()
                .orElseThrow()
                .cost();
    }

    private static List<String> ids(RunReport report) {
        assertThat(report.targetFailure()).isEmpty();
        return report.differing().stream().map(row -> row.check().id()).toList();
    }
}
