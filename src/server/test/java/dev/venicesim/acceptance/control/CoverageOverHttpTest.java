package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.fault.FaultJson;
import dev.venicesim.jobs.OutcomeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of the API's contract a client has met, and that each hint shows what it is the hint of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageOverHttpTest {

    /** Those that keep a client waiting in real time. */
    private static final List<String> TAKE_TIME = List.of("fault delay", "fault throttle", "fault hang");

    @AutoClose
    private final Sim sim = Sim.start();

    private static Map<String, JsonNode> points(Sim sim, String query) {
        var points = new TreeMap<String, JsonNode>();
        var coverage = sim.control().get("/coverage" + query).json();
        coverage.path("points")
                .forEach(point -> points.put(
                        point.path("kind").asText() + " " + point.path("name").asText(), point));
        assertThat(coverage.path("of").asInt()).isEqualTo(points.size());
        assertThat(coverage.path("met").asLong())
                .isEqualTo(points.values().stream()
                        .filter(point -> point.path("met").asLong() > 0)
                        .count());
        return points;
    }

    private long met(String point) {
        return points(sim, "").get(point).path("met").asLong();
    }

    static Stream<ApiEdition> editions() {
        return ApiEdition.all().stream();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void aServerThatNobodyHasAskedHasMetNothing(ApiEdition edition) {
        try (var fresh = Sim.start()) {
            var points = points(fresh, "?edition=" + edition.id());
            assertThat(points).hasSizeGreaterThan(100).containsKeys("reply queue 200", "reply download 410");
            assertThat(points.values()).allSatisfy(point -> {
                assertThat(point.path("met").asLong()).as("%s", point).isZero();
                assertThat(point.path("shownBy").asText()).as("%s", point).isNotBlank();
            });
            assertThat(points.keySet())
                    .containsAll(OutcomeJson.LABELS.stream()
                            .filter(label -> !label.equals("lateFailure"))
                            .map(label -> "outcome " + label)
                            .toList())
                    .containsAll(FaultJson.LABELS.stream()
                            .map(label -> "fault " + label)
                            .toList());
        }
    }

    @Test
    void whatTheEditionDoesNotHaveIsNoPointOfIt() {
        assertThat(points(sim, "?edition=2026-10-02")).doesNotContainKey("reply complete 200");
        assertThat(points(sim, "?edition=2026-06-17")).containsKey("reply complete 200");
        assertThat(sim.control().get("/coverage?edition=1999-01-01").status()).isEqualTo(400);
    }

    @Test
    void aJobCountsItsRepliesItsOutcomeAndItsFamily() {
        try (var fresh = Sim.start()) {
            var world = fresh.frozenWorld("\"jobTime\":\"40s\"");
            var ticket = Requests.ticket(world.api().post("/video/queue", Requests.WAN));
            world.api().post("/video/queue", "{}");
            world.api().post("/video/retrieve", ticket);
            assertThat(points(fresh, "").values().stream()
                            .filter(point -> point.path("met").asLong() > 0)
                            .map(point -> point.path("name").asText() + " x" + point.path("met")))
                    .containsExactlyInAnyOrder(
                            "queue 200 x1", "queue 400 x1", "retrieve 200 x1", "completes x1", "wan x2");
        }
    }

    /** The points whose hint is a scenario that strikes at once. */
    static Stream<String> shown() {
        try (var fresh = Sim.start()) {
            return points(fresh, "").entrySet().stream()
                    .filter(entry -> isScenario(entry.getValue())
                            && !TAKE_TIME.contains(entry.getKey())
                            && entry.getKey().matches("(fault|outcome) .*|reply (queue|retrieve) .*"))
                    .map(Map.Entry::getKey)
                    .toList()
                    .stream();
        }
    }

    private static boolean isScenario(JsonNode point) {
        return point.path("shownBy").asText().matches("(jobs|faults|limits|links): .*");
    }

    @ParameterizedTest
    @MethodSource("shown")
    void isMetAsItsHintSays(String point) {
        var before = met(point);
        var world = sim.frozenWorld("\"jobTime\":\"40s\"");
        var hint = points(sim, "").get(point).path("shownBy").asText();
        assertThat(world.control().put("/scenario", hint).status()).isEqualTo(200);
        var ticket = queued(world);
        world.advance("41s");
        for (var poll = 0; poll < 2; poll++) {
            asked(() -> world.api().post("/video/retrieve", ticket));
        }
        assertThat(met(point)).as(hint).isGreaterThan(before);
    }

    /** Hints in words, each done as it says. */
    @Test
    void whatIsHintedAtInWordsIsSo() {
        try (var fresh = Sim.start()) {
            for (var path : List.of("/video/queue", "/video/retrieve", "/video/complete", "/video/transcriptions")) {
                new Http(fresh.simulator().baseUrl()).post(path, "{}");
            }
            new Http(fresh.simulator().baseUrl()).get("/models?type=nope");
            new Http(fresh.simulator().baseUrl())
                    .with("PAYMENT-SIGNATURE", "nonsense")
                    .post("/x402/top-up", "");
            fresh.api("k").get("/billing/usage?startDate=nope");
            fresh.api("bad-key").post("/video/retrieve", "{}");
            fresh.api("sk-broke").post("/video/queue", Requests.WAN);
            fresh.api("sk-private-only").post("/video/queue", Requests.WAN);
            fresh.api("k").post("/video/queue", Requests.wan("[sim:violation]"));
            assertThat(points(fresh, "").values().stream()
                            .filter(point -> point.path("met").asLong() > 0)
                            .map(point -> point.path("name").asText()))
                    .containsExactlyInAnyOrder(
                            "queue 402",
                            "queue 403",
                            "queue 422",
                            "retrieve 401",
                            "retrieve 402",
                            "complete 402",
                            "transcriptions 402",
                            "models 400",
                            "topUp 400",
                            "billing 400");
        }
    }

    /** The second of two calls, since a limit of one and a fault of the first strike only one of them. */
    private static String queued(Sim.World world) {
        asked(() -> world.api().post("/video/queue", Requests.WAN));
        asked(() -> world.api().post("/video/queue", Requests.WAN));
        var jobs = world.control().get("/jobs").json().path("jobs");
        return StreamSupport.stream(jobs.spliterator(), false)
                .findFirst()
                .map(job -> "{\"model\":\"" + job.path("model").asText() + "\",\"queue_id\":\""
                        + job.path("queueId").asText() + "\"}")
                .orElse("{}");
    }

    /** Some faults leave a client without a reply. */
    private static void asked(Runnable call) {
        try {
            call.run();
        } catch (UncheckedIOException e) {
            assertThat(e).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void everyHintThatIsAScenarioIsOne() {
        var world = sim.frozenWorld();
        points(sim, "").values().stream()
                .filter(CoverageOverHttpTest::isScenario)
                .forEach(point -> {
                    var set = world.control()
                            .put("/scenario", point.path("shownBy").asText());
                    assertThat(set.status()).as("%s: %s", point, set).isEqualTo(200);
                });
    }
}
