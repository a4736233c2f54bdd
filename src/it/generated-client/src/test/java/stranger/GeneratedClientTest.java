package stranger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stranger.control.ClockApi;
import stranger.control.JobsApi;
import stranger.control.JournalApi;
import stranger.control.WorldsApi;
import stranger.control.http.ApiClient;
import stranger.control.http.ApiException;
import stranger.control.model.ClockMove;
import stranger.control.model.ClockStart;
import stranger.control.model.Decision;
import stranger.control.model.Declaration;
import stranger.control.model.Job;
import stranger.control.model.Outcome;
import stranger.control.model.OutcomeRefused;
import stranger.control.model.Scenario;

/** A suite that knows the control API by a generated client alone: one key, set up anew before each test. */
@VeniceSimulatorTest
class GeneratedClientTest {

    private static final String KEY = "suite-key";
    private static final String GONDOLA = "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\","
            + "\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    private String baseUrl;
    private WorldsApi worlds;
    private JobsApi jobs;
    private ApiClient client;

    @BeforeEach
    void thisKeyThisSetUp(VeniceWorld any) throws ApiException {
        baseUrl = any.baseUrl();
        client = new ApiClient();
        client.updateBaseUri(baseUrl.replace("/api/v1", ""));
        worlds = new WorldsApi(client);
        jobs = new JobsApi(client);
        var declared = worlds.arrangeWorld(
                KEY, new Declaration().balanceUsd(new java.math.BigDecimal("5")).jobTime("40s").clock(new ClockStart().frozen(true)));
        assertThat(declared.getApiKey()).isEqualTo(KEY);
        assertThat(jobs.listJobs(KEY).getJobs()).isEmpty();
    }

    @Test
    void decidesAJob() throws Exception {
        queue();
        var job = jobs.listJobs(KEY).getJobs().get(0);
        var refused = new Outcome().refused(new OutcomeRefused().refunded(true));
        var decided = jobs.decideJob(KEY, job.getQueueId(), new Decision().finish(true).outcome(refused));
        assertThat(decided.getState()).isEqualTo(Job.StateEnum.FAILED);
        assertThat(decided.getOutcome().getRefused().getRefunded()).isTrue();
    }

    @Test
    void setsAScenarioByNameAndInlineAndTakesItAway() throws Exception {
        assertThat(worlds.setScenario(KEY, new Scenario().name("stuck-job")).getScenario()).isEqualTo("stuck-job");
        worlds.setScenario(KEY, new Scenario().jobs(List.of(Map.of("outcome", "failed"))));
        queue();
        new ClockApi(client).moveClock(KEY, new ClockMove().advance("40s"));
        assertThat(jobs.listJobs(KEY).getJobs().get(0).getState()).isEqualTo(Job.StateEnum.FAILED);
        worlds.unsetScenario(KEY);
        assertThat(worlds.getWorld(KEY).getScenario()).isNull();
    }

    @Test
    void readsWhatWasAsked() throws Exception {
        queue();
        var asked = new JournalApi(client).listRequests(KEY, "/video/queue", null, 200, "5s", 1, null, null, null).getRequests();
        assertThat(asked).hasSize(1);
        assertThat(new JournalApi(client).getRequest(KEY, asked.get(0).getN()).getRequest().getBody()).isNotNull();
        assertThatThrownBy(() -> new JournalApi(client).listRequests(KEY, "compleet", null, null, null, null, null, null, null))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("compleet");
    }

    private void queue() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + "/video/queue"))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(GONDOLA))
                .build();
        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
}
