package dev.venicesim.contract.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.Checked;
import dev.venicesim.contract.Meddler;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.spending.LedgerFile;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulator agrees with itself, and what a target does otherwise is found and shrunk. */
class DiffRunTest {

    private static final long SEED = 7;
    private static final int CALLS = 250;

    private static Checked simulator(ApiEdition edition, Map<String, String> quirks, boolean limits) {
        return Checked.as(edition, config -> {
            config.limits(limits).jobTime("polls:1");
            quirks.forEach(config::quirk);
        });
    }

    private static ComparedSimulator.Maker simulators(ApiEdition edition) {
        return (quirks, limits) -> {
            var made = simulator(edition, quirks, limits);
            return new ComparedSimulator(made.target(), made::close);
        };
    }

    private static DiffPlan plan(ApiEdition edition, long seed, String maxUsd) {
        var cap = maxUsd.isEmpty() ? Optional.<Usd>empty() : Optional.of(Usd.parse(maxUsd));
        return new DiffPlan(edition, Map.of(), seed, CALLS, cap, Optional.empty());
    }

    private static DiffReport compared(Target target, DiffPlan plan) throws InterruptedException {
        return DiffRun.of(target, simulators(plan.edition()), plan);
    }

    @ParameterizedTest
    @EachEdition
    void aSimulatorAgreesWithItself(ApiEdition edition) throws InterruptedException {
        for (var seed = 1L; seed <= 2; seed++) {
            try (var checked = simulator(edition, Map.of(), false)) {
                var report = compared(checked.target(), plan(edition, seed, "2"));
                assertThat(report.lines()).as("seed %s", seed).hasSize(1);
                assertThat(report.agrees()).isTrue();
                assertThat(report.calls()).isGreaterThan(CALLS);
                assertThat(report.spent().isLessThan(Usd.parse("2.01"))).isTrue();
                assertThat(report.spent()).isNotEqualTo(Usd.ZERO);
            }
        }
    }

    @Test
    void aSimulatorAgreesWithItselfAlsoWhereRequestsAreCounted() throws InterruptedException {
        try (var checked = simulator(TestEditions.JUNE, Map.of(), true)) {
            assertThat(compared(checked.target(), plan(TestEditions.JUNE, SEED, ""))
                            .lines())
                    .hasSize(1);
        }
    }

    @Test
    void theConversationHasEveryKindOfRequestAndOfReply() throws InterruptedException {
        try (var checked = simulator(TestEditions.JUNE, Map.of(), false);
                var heard = new Meddler(checked.baseUrl(), (request, reply) -> reply)) {
            compared(checked.target(heard.baseUrl()), plan(TestEditions.JUNE, SEED, "2"));
            assertThat(Set.copyOf(heard.seen()))
                    .contains(
                            "POST /api/v1/video/quote",
                            "POST /api/v1/video/queue",
                            "POST /api/v1/video/retrieve",
                            "POST /api/v1/video/complete",
                            "POST /api/v1/x402/top-up",
                            "GET /api/v1/billing/balance",
                            "GET /api/v1/models/traits?type=video");
        }
    }

    static Stream<Arguments> deviations() {
        return Stream.of(
                deviation(
                        "a price one cent up", "/body/quote", on("/quote", 200, reply -> reply.replacing("5}", "6}"))),
                deviation("another status", "/status", on("/quote", 404, reply -> reply.withStatus(400))),
                deviation(
                        "no details", "/body/details", on("/queue", 400, reply -> reply.replacing("details", "tree"))),
                deviation(
                        "another text",
                        "/body/error",
                        on("/retrieve", 404, reply -> reply.replacing("may may", "may"))),
                deviation(
                        "another media type",
                        "/contentType",
                        on("/complete", 400, reply -> reply.with("content-type", "text/plain"))),
                deviation("no ray", "/headers/cf-ray", (request, reply) -> reply.without("cf-ray")),
                deviation(
                        "a payment offer without its header",
                        "/headers/payment-required",
                        on("/queue", 402, reply -> reply.without("payment-required"))),
                deviation(
                        "a number as text",
                        "/body/quote",
                        on(
                                "/quote",
                                200,
                                reply -> reply.replacing("\"quote\":", "\"quote\":\"")
                                        .replacing("}", "\"}"))),
                deviation(
                        "a model's durations",
                        "/body/data/",
                        on("/models?type=video", 200, reply -> reply.replacing("\"5s\",", ""))),
                deviation(
                        "another issue",
                        "/body/issues",
                        on("/quote", 400, reply -> reply.replacing("invalid_enum_value", "invalid_value"))),
                deviation(
                        "a charge on a read",
                        "/headers/x-venice-balance-usd",
                        on("/billing/balance", 200, reply -> reply.with("x-venice-balance-usd", "12.34"))));
    }

    private static Arguments deviation(String name, String at, Meddler.Change change) {
        return Arguments.of(name, at, change);
    }

    private static Meddler.Change on(String path, int status, UnaryOperator<Meddler.Reply> change) {
        return (request, reply) -> request.contains(path) && reply.status() == status ? change.apply(reply) : reply;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deviations")
    void aDeviationIsFoundAndShrunk(String name, String at, Meddler.Change change) throws InterruptedException {
        try (var checked = simulator(TestEditions.JUNE, Map.of(), false);
                var meddler = new Meddler(checked.baseUrl(), change)) {
            var report = compared(checked.target(meddler.baseUrl()), plan(TestEditions.JUNE, SEED, ""));
            var found = report.found().orElseThrow(() -> new AssertionError(name + " was not found"));
            assertThat(found.conversation().calls()).hasSizeLessThanOrEqualTo(2);
            assertThat(found.differences())
                    .extracting(ReplyDifference::at)
                    .first()
                    .asString()
                    .startsWith(at);
            assertThat(found.explained()).allSatisfy(quirk -> assertThat(name).isEqualTo("another text"));

            var kept = CallScript.read(found.conversation().json());
            var again = DiffRun.again(
                    checked.target(meddler.baseUrl()),
                    simulators(TestEditions.JUNE),
                    plan(TestEditions.JUNE, SEED, ""),
                    kept);
            assertThat(again.found().orElseThrow().differences()).isEqualTo(found.differences());
            var clean = DiffRun.again(
                    checked.target(), simulators(TestEditions.JUNE), plan(TestEditions.JUNE, SEED, ""), kept);
            assertThat(clean.agrees()).isTrue();
        }
    }

    @Test
    void aQuirkThatExplainsADifferenceIsTriedAndNamed() throws InterruptedException {
        try (var checked = simulator(TestEditions.JUNE, Map.of("unknown-model", "404-named"), false)) {
            var report = compared(checked.target(), plan(TestEditions.JUNE, SEED, ""));
            assertThat(report.found().orElseThrow().explained()).containsExactly("unknown-model=404-named");
            var told = new DiffPlan(
                    TestEditions.JUNE,
                    Map.of("unknown-model", "404-named"),
                    SEED,
                    CALLS,
                    Optional.empty(),
                    Optional.empty());
            assertThat(compared(checked.target(), told).agrees()).isTrue();
        }
    }

    @Test
    void aJobThatIsPaidForIsComparedAndNotPaidForAgain() throws InterruptedException {
        try (var checked = simulator(TestEditions.JUNE, Map.of(), false);
                var meddler = new Meddler(
                        checked.baseUrl(),
                        (request, reply) -> request.contains("/retrieve")
                                        && reply.headers()
                                                .getOrDefault("content-type", "")
                                                .startsWith("video/")
                                ? reply.with("content-type", "video/quicktime")
                                : reply)) {
            var report = compared(checked.target(meddler.baseUrl()), plan(TestEditions.JUNE, SEED, "1"));
            var found = report.found().orElseThrow();
            assertThat(found.differences().get(0).at()).isEqualTo("/contentType");
            assertThat(found.conversation().calls()).hasSize(2);
            assertThat(meddler.seen().stream().filter(call -> call.contains("/queue")))
                    .hasSize(1);
            // which deletes the media
            assertThat(meddler.seen()).last().isEqualTo("POST /api/v1/video/retrieve");

            var kept = found.conversation();
            assertThatThrownBy(() -> DiffRun.again(
                            checked.target(), simulators(TestEditions.JUNE), plan(TestEditions.JUNE, SEED, ""), kept))
                    .hasMessageContaining("give the most that it may spend");
        }
    }

    @Test
    void whatIsNotThereAgainIsNoDifference() throws InterruptedException {
        var quotes = new AtomicInteger();
        try (var checked = simulator(TestEditions.JUNE, Map.of(), false);
                var meddler = new Meddler(
                        checked.baseUrl(),
                        (request, reply) -> request.contains("/quote") && quotes.incrementAndGet() == 5
                                ? reply.withStatus(502)
                                : reply)) {
            var report = compared(checked.target(meddler.baseUrl()), plan(TestEditions.JUNE, SEED, ""));
            assertThat(report.agrees()).isTrue();
            assertThat(report.notes())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("once, and not again: POST /video/quote");
        }
    }

    /** A target that does not look at durations, and takes whatever else is right. */
    private static Meddler careless(Checked checked, AtomicInteger taken) {
        return new Meddler(checked.baseUrl(), (request, reply) -> {
            if (!request.contains("/video/queue")
                    || reply.status() != 400
                    || !request.body().contains("99s")) {
                return reply;
            }
            taken.incrementAndGet();
            var job = "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"019d39c4-97d7-76b0-bc56-5ca8467cced1\"}";
            return new Meddler.Reply(200, reply.headers(), job.getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void aJobThatNobodyOrderedEndsTheRunAtOnceAndItsCostIsTold() throws InterruptedException {
        var taken = new AtomicInteger();
        var charged = new AtomicBoolean();
        try (var checked = simulator(TestEditions.JUNE, Map.of(), false);
                var meddler = careless(checked, taken);
                var charging = new Meddler(meddler.baseUrl(), (request, reply) -> {
                    var told = reply.headers().containsKey("x-venice-balance-usd")
                            ? reply.with("x-venice-balance-usd", charged.get() ? "99.45" : "100")
                            : reply;
                    if (request.contains("/video/queue") && reply.status() == 200) {
                        charged.set(true);
                    }
                    return told;
                })) {
            var report = compared(checked.target(charging.baseUrl()), plan(TestEditions.JUNE, SEED, ""));
            assertThat(taken).hasValue(1);
            assertThat(report.spent()).isEqualTo(Usd.parse("0.55"));
            assertThat(report.agrees()).isFalse();
            var found = report.found().orElseThrow();
            assertThat(found.conversation().calls()).hasSize(1);
            assertThat(found.differences()).extracting(ReplyDifference::at).contains("/status");
            assertThat(report.lines())
                    .contains("the target took a job that it should have refused, which cost 0.55 USD; the run ends"
                            + " here");
            // which deletes the media
            assertThat(charging.seen()).last().isEqualTo("POST /api/v1/video/retrieve");

            var again = DiffRun.again(
                    checked.target(charging.baseUrl()),
                    simulators(TestEditions.JUNE),
                    plan(TestEditions.JUNE, SEED, ""),
                    found.conversation());
            assertThat(again.agrees()).isFalse();
            assertThat(taken).hasValue(2);
        }
    }

    @Test
    void whatAKeptConversationMayCostIsDerivedFromItsRequests() throws Exception {
        var bought = "{\"format\":\"venice-sim conversation 1\",\"edition\":\"2026-06-17\",\"seed\":1,\"calls\":[{"
                + "\"call\":\"POST /video/queue\",\"by\":\"key\",\"type\":\"application/json\",\"kind\":\"free\","
                + "\"body\":\"{\\\"model\\\":\\\"wan-2.6-text-to-video\\\",\\\"prompt\\\":\\\"a\\\","
                + "\\\"duration\\\":\\\"5s\\\"}\"}]}";
        var kept = CallScript.read(Json.read(bought.getBytes(StandardCharsets.UTF_8)));
        try (var checked = simulator(TestEditions.JUNE, Map.of(), false);
                var meddler = new Meddler(checked.baseUrl(), (request, reply) -> reply)) {
            assertThatThrownBy(() -> DiffRun.again(
                            checked.target(meddler.baseUrl()),
                            simulators(TestEditions.JUNE),
                            plan(TestEditions.JUNE, SEED, ""),
                            kept))
                    .hasMessageContaining("give the most that it may spend");
            assertThat(meddler.jobs()).isZero();
        }
        var other = bought.replace("POST /video/queue", "POST /image/generate");
        assertThatThrownBy(() -> CallScript.read(Json.read(other.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("which no conversation of diff has");
    }

    @Test
    void whatAConversationSpendsIsInTheLedger(@TempDir Path folder) throws Exception {
        var file = folder.resolve("ledger.jsonl");
        var ledger = Optional.of(new LedgerFile(file, Optional.of(Usd.parse("0.01"))));
        try (var checked = simulator(TestEditions.JUNE, Map.of(), false)) {
            var plan = new DiffPlan(TestEditions.JUNE, Map.of(), SEED, 1, Optional.of(Usd.parse("2")), ledger);
            assertThat(compared(checked.target(), plan).spent()).isEqualTo(Usd.ZERO);
            var more = Optional.of(new LedgerFile(file, Optional.empty()));
            var paid = compared(
                    checked.target(),
                    new DiffPlan(TestEditions.JUNE, Map.of(), SEED, 1, Optional.of(Usd.parse("2")), more));
            assertThat(paid.spent()).isGreaterThan(Usd.ZERO);
            assertThat(file).content().contains("\"usd\"");
        }
    }
}
