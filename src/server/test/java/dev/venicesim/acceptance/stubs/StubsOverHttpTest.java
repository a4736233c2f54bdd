package dev.venicesim.acceptance.stubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.SimulatorConfig;
import dev.venicesim.SimulatorServer;
import dev.venicesim.acceptance.HandAlarm;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StubsOverHttpTest {

    @TempDir
    private Path root;

    private Sim sim(String mapping) {
        write("mappings/one.json", mapping);
        return Sim.start(config -> config.stubs(root));
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(root.resolve(name).getParent());
            Files.writeString(root.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mapping(String response) {
        return "{\"name\":\"mine\",\"request\":{\"method\":\"POST\",\"urlPath\":\"/api/v1/video/queue\"},\"response\":"
                + response + "}";
    }

    @Test
    void matchesTheFieldsOfFormsAndTheirParts() {
        write(
                "mappings/form.json",
                "{\"request\":{\"urlPath\":\"/form\",\"formParameters\":{\"a b\":{\"equalTo\":\"1&2\"}}},\"response\":{\"body\":\"field\"}}");
        var parts =
                "{\"request\":{\"urlPath\":\"/parts\",\"multipartPatterns\":[{\"name\":\"f\",\"bodyPatterns\":[{\"contains\":\"hi\"}]}]},"
                        + "\"response\":{\"body\":\"part\"}}";
        try (var sim = sim(parts)) {
            var form = sim.root().with("Content-Type", "application/x-www-form-urlencoded");
            assertThat(form.send("POST", "/form", bytes("z=0&a+b=1%262")).text())
                    .isEqualTo("field");
            assertThat(form.send("POST", "/form", bytes("a+b=1")).status()).isEqualTo(404);
            var multipart = sim.root().with("Content-Type", "multipart/form-data; boundary=cut");
            assertThat(multipart.send("POST", "/parts", bytes(part("oh hi"))).text())
                    .isEqualTo("part");
            assertThat(multipart.send("POST", "/parts", bytes(part("no"))).status())
                    .isEqualTo(404);
        }
    }

    private static String part(String text) {
        return "--cut\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n" + text + "\r\n--cut--\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aBodyFileThatIsMissingIsNamed() {
        try (var sim = sim(mapping("{\"bodyFileName\":\"gone.json\"}"))) {
            var answer = sim.api("k").post("/video/queue", Requests.WAN);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).contains("__files", "gone.json");
        }
    }

    @Test
    void answersInsteadOfTheSimulatorAndSaysSo() {
        try (var sim = sim(mapping("{\"status\":503,\"jsonBody\":{\"error\":\"mine\"}}"))) {
            var world = sim.frozenWorld();
            var answer = world.api().post("/video/queue", Requests.WAN);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text()).isEqualTo("{\"error\":\"mine\"}");
            assertThat(world.balanceUsd()).isEqualTo("100");
            var entry = world.control().get("/requests/1").json();
            assertThat(entry.path("by").asText()).isEqualTo("stub");
            assertThat(entry.path("endpoint").asText()).isEqualTo("queue");
            assertThat(entry.path("why").toString()).contains("mine");
        }
    }

    @Test
    void knowsEachOfManyMappingsThatAreAddedAtOnce() {
        var threads = Executors.newFixedThreadPool(8);
        try (var sim = Sim.start()) {
            var statuses = IntStream.range(0, 120)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> addedThenAsked(sim, "/mine/" + i), threads))
                    .toList();
            assertThat(statuses).extracting(CompletableFuture::join).containsOnly(418);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int addedThenAsked(Sim sim, String path) {
        sim.control()
                .post(
                        "/stubs/__admin/mappings",
                        "{\"request\":{\"method\":\"GET\",\"urlPath\":\"/api/v1" + path
                                + "\"},\"response\":{\"status\":418}}");
        return sim.api().get(path).status();
    }

    @Test
    void standsBeforeTheQuestionWhoCalls() {
        try (var sim = sim(mapping("{\"status\":200,\"body\":\"for anybody\"}"))) {
            assertThat(sim.api().post("/video/queue", "{}").text()).isEqualTo("for anybody");
        }
    }

    @Test
    void standsBeforeTheFaultsOfAScenario() {
        try (var sim = sim(mapping("{\"status\":418}"))) {
            var world = sim.frozenWorld();
            world.control().put("/scenario", "faults: [{ on: queue, nth: 1, respond: { status: 503 } }]");
            assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(418);
            assertThat(sim.control().delete("/stubs/__admin/mappings").status()).isEqualTo(200);
            assertThat(world.api().post("/video/queue", Requests.WAN).status())
                    .as("the first that the simulator saw")
                    .isEqualTo(503);
            assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"url\":\"/api/v1/video/queue\"",
                "\"urlPath\":\"/api/v1/video/queue\"",
                "\"urlPathPattern\":\"/api/v1/.*/queue\"",
                "\"urlPattern\":\"/api/v1/video/que.{2}\"",
                "\"urlPathTemplate\":\"/api/v1/{kind}/queue\"",
                "\"headers\":{\"Content-Type\":{\"contains\":\"json\"}}"
            })
    void findsAMappingWhicheverWayItNamesItsPath(String url) {
        write("mappings/one.json", "{\"request\":{\"method\":\"POST\"," + url + "},\"response\":{\"status\":418}}");
        try (var sim = Sim.start(config -> config.stubs(root))) {
            assertThat(sim.api().post("/video/queue", "{}").status()).isEqualTo(418);
            assertThat(sim.api().get("/models?type=video").status()).isEqualTo(200);
        }
    }

    @Test
    void leavesTheRestToTheSimulatorAndTellsWhatCameNear() {
        try (var sim = sim(
                "{\"name\":\"other model\",\"request\":{\"method\":\"POST\",\"urlPath\":\"/api/v1/video/queue\",\"bodyPatterns\":[{\"matchesJsonPath\":\"$[?(@.model == 'other')]\"}]},\"response\":{\"status\":500}}")) {
            var world = sim.frozenWorld();
            assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(200);

            assertThat(world.control().get("/requests/1").json().path("why").toString())
                    .contains("no stub matched", "other model", "@.model");
        }
    }

    @Test
    void rendersTemplatesAndPlaysScenarios() {
        write(
                "mappings/first.json",
                "{\"scenarioName\":\"two\",\"requiredScenarioState\":\"Started\",\"newScenarioState\":\"then\",\"request\":{\"method\":\"POST\",\"urlPath\":\"/api/v1/video/queue\"},\"response\":{\"status\":503}}");
        write(
                "mappings/second.json",
                "{\"scenarioName\":\"two\",\"requiredScenarioState\":\"then\",\"newScenarioState\":\"over\",\"request\":{\"method\":\"POST\",\"urlPath\":\"/api/v1/video/queue\"},\"response\":{\"status\":200,\"body\":\"{{jsonPath request.body '$.prompt'}}\",\"transformers\":[\"response-template\"]}}");
        try (var sim = Sim.start(config -> config.stubs(root))) {
            var world = sim.frozenWorld();
            assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(503);
            assertThat(world.api().post("/video/queue", Requests.WAN).text()).isEqualTo("a gondola");
            var third = world.api().post("/video/queue", Requests.WAN);
            assertThat(third.json().path("queue_id").asText()).isNotEmpty();
        }
    }

    @Test
    void servesBodiesFromFiles() {
        write("__files/body.json", "{\"from\":\"a file\"}");
        try (var sim = sim(mapping("{\"status\":200,\"bodyFileName\":\"body.json\"}"))) {
            assertThat(sim.api().post("/video/queue", "{}").text()).isEqualTo("{\"from\":\"a file\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"fixedDelayMilliseconds\":300",
                "\"delayDistribution\":{\"type\":\"uniform\",\"lower\":300,\"upper\":310}",
                "\"delayDistribution\":{\"type\":\"lognormal\",\"median\":300,\"sigma\":0.0001}"
            })
    void delaysWithoutHoldingThreads(String delay) throws Exception {
        var alarm = new HandAlarm();
        write("mappings/one.json", mapping("{\"status\":200,\"body\":\"late\"," + delay + "}"));
        try (var sim = Sim.start(config -> config.stubs(root).time(alarm))) {
            var answers = Stream.generate(() -> asked(sim)).limit(40).toList();
            var waits = new ArrayList<HandAlarm.Wait>();
            for (var answer : answers) {
                waits.add(alarm.next());
                assertThat(answer).isNotDone();
            }
            assertThat(waits)
                    .allSatisfy(
                            wait -> assertThat(wait.delay()).isBetween(Duration.ofMillis(299), Duration.ofMillis(310)));
            waits.forEach(HandAlarm.Wait::end);
            answers.forEach(answer -> assertThat(answer.join()).isEqualTo("late"));
        }
    }

    @Test
    void dribblesABody() {
        var body = "x".repeat(2000);
        try (var sim = sim(mapping("{\"status\":200,\"body\":\"" + body
                + "\",\"chunkedDribbleDelay\":{\"numberOfChunks\":4,\"totalDuration\":300}}"))) {
            var started = System.nanoTime();
            assertThat(asked(sim).join()).isEqualTo(body);
            // a busy machine only takes longer
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(200));
        }
    }

    private static CompletableFuture<String> asked(Sim sim) {
        return CompletableFuture.supplyAsync(
                () -> sim.api().post("/video/queue", "{}").text(), task -> new Thread(task).start());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMPTY_RESPONSE",
                "MALFORMED_RESPONSE_CHUNK",
                "RANDOM_DATA_THEN_CLOSE",
                "CONNECTION_RESET_BY_PEER"
            })
    void breaksAsWireMockDoes(String fault) {
        try (var sim = sim(mapping("{\"fault\":\"" + fault + "\"}"))) {
            var world = sim.frozenWorld();
            assertThatThrownBy(() -> world.api().post("/video/queue", Requests.WAN))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(world.api().post("/video/retrieve", "{}").status()).isEqualTo(400);
            assertThat(world.control().get("/requests/1").json().path("why").toString())
                    .contains(fault);
        }
    }

    @Test
    void refusesToStartOnAMappingItCannotRead() {
        write("mappings/broken.json", "{\n  \"request\": {\n    \"methd\": \"POST\"\n  },\n  \"response\": {}\n}");
        var config = SimulatorConfig.builder().port(0).stubs(root).build();

        assertThatThrownBy(() -> SimulatorServer.start(config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("broken.json line 3", "methd")
                .hasMessageNotContaining("\n");
    }

    @Test
    void namesTheLineOfWhatIsNoJson() {
        write("mappings/broken.json", "{\n  \"request\": oops\n}");
        var config = SimulatorConfig.builder().port(0).stubs(root).build();

        assertThatThrownBy(() -> SimulatorServer.start(config)).hasMessageContaining("broken.json line 2");
    }

    @Test
    void keepsTheOldSetWhenTheAdminApiIsSentNonsense() {
        try (var sim = sim(mapping("{\"status\":503}"))) {
            var refused = sim.control().post("/stubs/__admin/mappings", "{\"request\":{\"methd\":\"POST\"}}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(sim.api().post("/video/queue", "{}").status()).isEqualTo(503);
        }
    }
}
