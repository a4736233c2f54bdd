package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A paid run that is told to end, or killed: no job is left behind that nobody knows of, and nothing more is paid. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptedCheckTest {

    private static final String STATE = StateFile.USUAL;

    private final Simulator simulator =
            Simulator.start(SimulatorConfig.builder().port(0).jobTime("6s").build());

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Test
    void aTerminatedRunDeletesItsJobSaysHowToGoOnAndGoesOn(@TempDir Path folder) throws Exception {
        var key = "VENICE_INFERENCE_KEY_terminated-in-the-middle";
        try (var first = check(folder, key)) {
            first.await("job.queue-reply");
            first.terminate();
            assertThat(first.exit()).isEqualTo(128 + 15);
            assertThat(first.printed())
                    .contains(
                            "interrupted; nothing more is paid for", "deleting what 1 job left", "stopped: interrupted")
                    .contains("--resume " + STATE)
                    .doesNotContain(key, "could not be deleted");
        }
        assertThat(charges(key)).isEqualTo(1);
        assertThat(retrieveStatus(key)).isEqualTo(404);
        try (var second = check(folder, key)) {
            assertThat(second.exit()).isEqualTo(2);
            assertThat(second.printed()).contains("cut short", "--resume " + STATE);
        }
        try (var third = check(folder, key, "--resume", STATE)) {
            third.exit();
            assertThat(third.printed()).contains("job.video");
        }
        assertThat(charges(key)).as("the job is not paid for twice").isEqualTo(1);
    }

    @Test
    void aKilledRunIsTakenUpFromTheFileItLeft(@TempDir Path folder) throws Exception {
        var key = "VENICE_INFERENCE_KEY_killed-in-the-middle";
        try (var first = check(folder, key)) {
            first.await("job.queue-reply");
            first.kill();
            first.exit();
        }
        assertThat(folder.resolve(STATE)).exists().content().doesNotContain(key);
        try (var second = check(folder, key, "--resume", STATE)) {
            assertThat(second.exit()).as(second.printed()).isZero();
        }
        assertThat(charges(key)).isEqualTo(1);
        assertThat(retrieveStatus(key)).isEqualTo(404);
    }

    @Test
    void aRunThatIsThroughLeavesNoFile(@TempDir Path folder) throws Exception {
        try (var run = check(folder, "VENICE_INFERENCE_KEY_through")) {
            assertThat(run.exit()).as(run.printed()).isZero();
        }
        assertThat(folder.resolve(STATE)).doesNotExist();
    }

    private Launched check(Path folder, String key, String... more) throws IOException {
        var words = new java.util.ArrayList<>(
                List.of("check", "--target", simulator.baseUrl(), "--api-key-env", "KEY", "--max-usd", "2"));
        for (var id : List.of("job.queue-reply", "job.processing", "job.video")) {
            words.addAll(List.of("--only", id));
        }
        words.addAll(List.of(more));
        return Launched.in(folder, List.of(), words, key);
    }

    private int charges(String key) throws Exception {
        var account = get("/__sim/worlds/" + key + "/account");
        var charges = 0;
        for (var entry : Json.read(account.getBytes(StandardCharsets.UTF_8)).path("ledger")) {
            charges += entry.path("type").asText().equals("CHARGE") ? 1 : 0;
        }
        return charges;
    }

    /** What the world's only job answers to a retrieve. */
    private int retrieveStatus(String key) throws Exception {
        var job = Json.read(get("/__sim/worlds/" + key + "/jobs").getBytes(StandardCharsets.UTF_8))
                .at("/jobs/0");
        var body = Json.object()
                .put("model", job.path("model").asText())
                .put("queue_id", job.path("queueId").asText());
        var request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/video/retrieve"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private String get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(simulator.baseUrl()).resolve(path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
