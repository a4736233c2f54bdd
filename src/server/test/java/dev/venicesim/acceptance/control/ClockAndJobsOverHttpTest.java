package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockAndJobsOverHttpTest {

    private static final Sim SIM = Sim.start(config -> config.jobTime("40s"));

    @AfterAll
    static void close() {
        SIM.close();
    }

    @Test
    void showsAndMovesTheClock() {
        var world = SIM.frozenWorld();
        assertThat(world.control().get("/clock").text())
                .isEqualTo("{\"now\":\"2026-11-23T10:00:00Z\",\"frozen\":true,\"scale\":1.0,\"shared\":false}");
        assertThat(world.control()
                        .patch("/clock", "{\"advance\":\"PT1M\"}")
                        .json()
                        .path("now")
                        .asText())
                .isEqualTo("2026-11-23T10:01:00Z");
        assertThat(world.control()
                        .patch("/clock", "{\"at\":\"2026-11-24T00:00:00Z\"}")
                        .json()
                        .path("now")
                        .asText())
                .isEqualTo("2026-11-24T00:00:00Z");
        assertThat(world.control()
                        .patch("/clock", "{\"frozen\":false,\"scale\":10}")
                        .json()
                        .path("scale")
                        .asDouble())
                .isEqualTo(10.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"at\":\"2026-11-23T09:59:59Z\"}|forward only",
                "{\"advance\":\"-1s\"}|advance",
                "{\"at\":\"+10000-01-01T00:00:00Z\"}|a clock ends",
                "{\"scale\":-1}|scale",
                "{}|say how to move the clock",
                "{\"forward\":\"1s\"}|no field is called",
            })
    void refusesToMoveTheClockAnyOtherWay(String body, String says) {
        var world = SIM.frozenWorld();
        var refused = world.control().patch("/clock", body);
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).contains(says);
        assertThat(world.control().get("/clock").json().path("now").asText()).isEqualTo("2026-11-23T10:00:00Z");
    }

    @Test
    void stepsToTheNextThingDue() {
        var world = SIM.frozenWorld();
        world.api().post("/video/queue", Requests.WAN);
        assertThat(world.control()
                        .patch("/clock", "{\"next\":true}")
                        .json()
                        .path("now")
                        .asText())
                .isEqualTo("2026-11-23T10:00:40Z");
    }

    @Test
    void showsJobsAsPromised() {
        var world = SIM.frozenWorld();
        var queued = world.api().post("/video/queue", Requests.WAN).json();
        var job = world.control().get("/jobs").json().path("jobs").path(0);
        assertThat(job.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly(
                        "queueId", "model", "state", "queuedAt", "endsAt", "expiresAt", "costUsd", "outcome", "polls");
        assertThat(job.path("queueId")).isEqualTo(queued.path("queue_id"));
        assertThat(job.path("endsAt").asText()).isEqualTo("2026-11-23T10:00:40Z");
        assertThat(job.path("expiresAt").asText()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(job.path("costUsd").asText()).isEqualTo("0.55");
    }

    @Test
    void finishesAJobAtOnceAndRefusesToChangeWhatHasEnded() {
        var world = SIM.frozenWorld();
        var queued = world.api().post("/video/queue", Requests.WAN);
        var path = "/jobs/" + queued.json().path("queue_id").asText();
        assertThat(world.control()
                        .post(path, "{\"finish\":true}")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("COMPLETED");
        assertThat(world.api().post("/video/retrieve", Requests.ticket(queued)).header("Content-Type"))
                .isEqualTo("video/mp4");
        assertThat(world.control().post(path, "{\"outcome\":{\"stuck\":{}}}").status())
                .isEqualTo(409);
        assertThat(world.control().post(path, "{\"outcome\":{\"no\":{}}}").status())
                .isEqualTo(400);
        assertThat(world.control().post(path, "{}").status()).isEqualTo(400);
        assertThat(world.control().post("/jobs/none", "{\"finish\":true}").status())
                .isEqualTo(404);
    }

    @Test
    void decidesThatAJobIsRefusedAndGivesTheCreditsBackAtTheInstantItEnded() {
        var world = SIM.frozenWorld("\"balanceUsd\":10");
        var queued = world.api().post("/video/queue", Requests.WAN);
        var path = "/jobs/" + queued.json().path("queue_id").asText();
        world.control().post(path, "{\"outcome\":{\"refused\":{\"recommendedModel\":\"wan-2-7-text-to-video\"}}}");
        assertThat(world.balanceUsd()).isEqualTo("9.45");
        world.advance("40s");
        var refused = world.api().post("/video/retrieve", Requests.ticket(queued));
        assertThat(refused.status()).isEqualTo(422);
        var error = refused.json().path("error");
        assertThat(error.path("type").asText()).isEqualTo("provider_content_policy");
        assertThat(error.path("credits_refunded").asBoolean()).isTrue();
        assertThat(error.path("recommended_model").asText()).isEqualTo("wan-2-7-text-to-video");
        assertThat(world.api().post("/video/retrieve", Requests.ticket(queued)).text())
                .isEqualTo(refused.text());
        assertThat(world.balanceUsd()).isEqualTo("10");
        assertThat(world.control()
                        .get("/account")
                        .json()
                        .path("ledger")
                        .path(0)
                        .path("at")
                        .asText())
                .isEqualTo("2026-11-23T10:00:40Z");
    }

    @Test
    void forgetsAJobADayAfterItExpired() {
        var world = SIM.frozenWorld();
        var queued = world.api().post("/video/queue", Requests.WAN);
        world.advance("48h");
        world.api().post("/video/queue", Requests.WAN);
        assertThat(world.control().get("/jobs").json().path("jobs")).hasSize(1);
        assertThat(world.api().post("/video/retrieve", Requests.ticket(queued)).status())
                .isEqualTo(404);
    }

    @Test
    void answersByPollsWhateverTheClockSays() {
        var world = SIM.world("\"jobTime\":\"polls:3\",\"clock\":{\"frozen\":true}");
        var queued = world.api().post("/video/queue", Requests.WAN);
        var ticket = Requests.ticket(queued);
        var before = 0L;
        for (int poll = 0; poll < 3; poll++) {
            var status = world.api().post("/video/retrieve", ticket).json();
            assertThat(status.path("status").asText()).isEqualTo("PROCESSING");
            assertThat(status.path("execution_duration").asLong()).isGreaterThan(before);
            before = status.path("execution_duration").asLong();
        }
        assertThat(world.api().post("/video/retrieve", ticket).header("Content-Type"))
                .isEqualTo("video/mp4");
    }
}
