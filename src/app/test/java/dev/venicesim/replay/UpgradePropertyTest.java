package dev.venicesim.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.json.Json;
import dev.venicesim.run.RunChange;
import dev.venicesim.run.RunFile;
import dev.venicesim.run.RunRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What is foretold of another edition is what happens when the requests are sent to a simulator of it. */
class UpgradePropertyTest {

    private static final AtomicInteger WORLDS = new AtomicInteger();
    private static final List<Sim> SIMS = new ArrayList<>();

    @BeforeContainer
    static void start() {
        SIMS.add(Sim.start());
        SIMS.add(Sim.start());
    }

    @AfterContainer
    static void stop() {
        SIMS.forEach(Sim::close);
        SIMS.clear();
    }

    /** The one before which runs are recorded. */
    private static Sim old() {
        return SIMS.get(0);
    }

    /** The one to which their requests are really sent. */
    private static Sim real() {
        return SIMS.get(1);
    }

    /** What happened to a request that was really sent. */
    private record Sent(int status, List<String> members) {}

    @Property(tries = 200)
    void whatIsForetoldHappens(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 1000) Integer> steps,
            @ForAll @IntRange(max = 2) int edition,
            @ForAll @IntRange(max = 1000) int seed)
            throws InterruptedException {
        var key = "run" + WORLDS.incrementAndGet();
        var file = RunFile.read(RecordedRuns.record(old(), key, seed, steps));
        var other = ApiEdition.all().get(edition % ApiEdition.all().size());
        var stage = new Stage(Optional.of(other), Map.of(), Optional.empty(), Optional.empty(), 0);

        var foretold = UpgradeReport.of(file, stage);

        var sent = sent(file, key, other, seed);
        var expected = new LinkedHashMap<Long, Sent>();
        for (var request : file.requests()) {
            var happened = Objects.requireNonNull(sent.get(request.n()));
            if (happened.status() != request.answer().status()
                    || !happened.members().isEmpty()) {
                expected.put(request.n(), happened);
            }
        }
        var said = new LinkedHashMap<Long, Sent>();
        foretold.changes().stream()
                .filter(change -> change.isOfStatus() || !isVideo(change.request()))
                .forEach(change -> said.put(
                        change.request().n(),
                        new Sent(change.now().status(), change.isOfStatus() ? List.of() : change.members())));
        assertThat(said).isEqualTo(expected);
        assertThat(foretold.notPlayed()).isEmpty();
        var cost = new Http(real().simulator().origin() + "/__sim/worlds/" + key)
                .get("/run")
                .json()
                .at("/run/end/costs/usd");
        assertThat(foretold.cost().now().number()).isEqualByComparingTo(cost.decimalValue());
    }

    private static Map<Long, Sent> sent(RunFile file, String key, ApiEdition edition, int seed) {
        real().control().put("/worlds/" + key, """
                {"clock":{"at":"2026-11-23T10:00:00Z","frozen":true},"jobTime":"40s","seed":%d,"edition":"%s"}""".formatted(seed, edition.id()));
        var control = new Http(real().simulator().origin() + "/__sim/worlds/" + key);
        var ids = new LinkedHashMap<String, String>();
        var sent = new LinkedHashMap<Long, Sent>();
        for (var step : file.steps()) {
            if (step instanceof RunChange change) {
                control.patch(change.path(), change.body());
            } else if (step instanceof RunRequest request) {
                sent.put(request.n(), send(request, real().api(key), ids));
            }
        }
        return sent;
    }

    private static Sent send(RunRequest request, Http api, Map<String, String> ids) {
        var body = request.body().asText();
        for (var id : ids.entrySet()) {
            body = body.replace(id.getKey(), id.getValue());
        }
        var answer = api.post(request.target().replace("/api/v1", ""), body);
        if (request.target().endsWith("/queue")
                && answer.status() == 200
                && request.job().isPresent()) {
            ids.put(request.job().get(), answer.json().path("queue_id").asText());
        }
        return new Sent(
                answer.status(),
                answer.status() == request.answer().status() ? members(request, answer, ids) : List.of());
    }

    /** Whether its reply was a video, which is another one where another model made it. */
    private static boolean isVideo(RunRequest request) {
        return request.answer().body().path("type").asText().startsWith("video/");
    }

    /** Videos show their id, which is another one here. */
    private static List<String> members(RunRequest request, Http.Answer answer, Map<String, String> ids) {
        if (answer.header("Content-Type").startsWith("video/")) {
            return List.of();
        }
        var now = new RunRequest.Answer(answer.status(), Map.of(), comparable(answer, ids));
        return new ArrayList<>(new ReplyChange(request, "", request.answer(), now).members());
    }

    private static JsonNode comparable(Http.Answer answer, Map<String, String> ids) {
        var text = answer.text().replaceAll("https?://[^\"]*/v1/share/read/[^\"]*", "/v1/share/read/...");
        for (var id : ids.entrySet()) {
            text = text.replace(id.getValue(), id.getKey());
        }
        return Json.trusted(text.getBytes(StandardCharsets.UTF_8));
    }
}
