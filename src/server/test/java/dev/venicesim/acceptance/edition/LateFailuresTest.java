package dev.venicesim.acceptance.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.jobs.LateFailures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Inputs that queue takes, that are paid for, and that fail at retrieve. */
class LateFailuresTest {

    static final List<String> NAMES = LateFailures.names();

    private static final String TINY = """
            {"model":"kling-2.5-turbo-pro-image-to-video","prompt":"x","duration":"5s","image_url":"https://cdn.example.com/dot-31x900.png"}""";

    @ParameterizedTest
    @FieldSource("NAMES")
    void canBeAskedForByAPromptInAnyEdition(String name) {
        try (var sim = Sim.start(config -> config.jobTime("polls:0"))) {
            var world = sim.world("");
            failsAndIsPaid(world, world.api().post("/video/queue", Requests.wan("[sim:late=" + name + "]")));
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void canBeAskedForByAScenario(String name) {
        try (var sim = Sim.start(config -> config.jobTime("polls:0"))) {
            var world = sim.world("");
            plays(world, "{ lateFailure: { name: " + name + " } }");
            failsAndIsPaid(world, world.api().post("/video/queue", Requests.WAN));
        }
    }

    @Test
    void areMetByInputInOlderEditionsUnderTheQuirkOnly() {
        try (var sim = Sim.start(config -> config.jobTime("polls:0"))) {
            var usual = sim.world("");
            var queued = usual.api().post("/video/queue", TINY);
            assertThat(usual.api()
                            .post("/video/retrieve", Requests.ticket(queued))
                            .status())
                    .isEqualTo(200);
            var strict = sim.world("\"quirks\":{\"late-failures\":\"on\"}");
            var failed = strict.api().post("/video/queue", TINY);
            assertThat(strict.api()
                            .post("/video/retrieve", Requests.ticket(failed))
                            .text())
                    .contains("The uploaded image dimensions are 31x900; width and height");
        }
    }

    @ParameterizedTest
    @CsvSource({"song-8s.mp3, voice-7.5s.wav, 422", "song-8s.mp3, voice-7s.wav, 200"})
    void countTheSoundsOfWanTogetherByTheirNames(String one, String other, int status) {
        try (var sim = Sim.start(config -> config.edition("2026-10-02").jobTime("polls:0"))) {
            var world = sim.world("");
            var queued = world.api().post("/video/queue", """
                    {"model":"wan-3-0-reference-to-video","prompt":"x","duration":"5s","resolution":"720p","aspect_ratio":"16:9",
                     "reference_image_urls":["https://cdn.example.com/a-640x480.png"],
                     "reference_audio_urls":["https://cdn.example.com/%s","https://cdn.example.com/%s"]}""".formatted(one, other));
            assertThat(queued.status()).as("%s", queued).isEqualTo(200);
            assertThat(world.api()
                            .post("/video/retrieve", Requests.ticket(queued))
                            .status())
                    .isEqualTo(status);
        }
    }

    @Test
    void areNotMetByAMarkerThatNamesNone() {
        try (var sim = Sim.start(config -> config.edition("2026-10-02").jobTime("polls:0"))) {
            var world = sim.world("");
            var queued = world.api().post("/video/queue", Requests.wan("[sim:late=foo]"));
            assertThat(world.api()
                            .post("/video/retrieve", Requests.ticket(queued))
                            .status())
                    .isEqualTo(200);
            assertThat(world.control().get("/requests").text()).contains("[sim:late=foo]");
        }
    }

    @Test
    void giveWayToWhatAScenarioSays() {
        try (var sim = Sim.start(config -> config.edition("2026-10-02").jobTime("polls:0"))) {
            var world = sim.world("");
            plays(world, "{ rejected: { message: no } }");
            var queued = world.api().post("/video/queue", TINY);
            assertThat(world.api()
                            .post("/video/retrieve", Requests.ticket(queued))
                            .text())
                    .contains("\"no\"");
            assertThat(world.balanceUsd()).isEqualTo("100");
        }
    }

    @Test
    void areToldToTheClientWithWhatTheyCost() {
        try (var sim = Sim.start(config -> config.edition("2026-10-02").jobTime("polls:0"))) {
            var world = sim.world("");
            var queued = world.api().post("/video/queue", TINY);
            world.api().post("/video/retrieve", Requests.ticket(queued));
            var finding = findings(world).json().path("findings");
            assertThat(finding).anySatisfy(one -> {
                assertThat(one.path("rule").textValue()).isEqualTo("paid-for-failure");
                assertThat(one.path("says").textValue()).contains("retrieve answered 400");
                assertThat(one.path("costUsd").decimalValue().toPlainString()).isEqualTo(spent(world));
            });
        }
    }

    private static void plays(Sim.World world, String outcome) {
        var set = world.control().put("/scenario", "jobs: [{ outcome: " + outcome + " }]");
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
    }

    private static Http.Answer findings(Sim.World world) {
        return world.control().get("/findings");
    }

    private static String spent(Sim.World world) {
        return new java.math.BigDecimal("100.00")
                .subtract(new java.math.BigDecimal(world.balanceUsd()))
                .toPlainString();
    }

    private static void failsAndIsPaid(Sim.World world, Http.Answer queued) {
        assertThat(queued.status()).as(queued.toString()).isEqualTo(200);
        for (var poll = 0; poll < 2; poll++) {
            var answer = world.api().post("/video/retrieve", Requests.ticket(queued));
            assertThat(answer.status()).as(answer.toString()).isBetween(400, 500);
        }
        assertThat(world.balanceUsd()).isEqualTo("99.45");
    }

    @Test
    void isFoundWhenTheClientIsToldAndNotBefore() {
        try (var sim = Sim.start(config -> config.edition("2026-10-02").jobTime("polls:2"))) {
            var world = sim.world("");
            var id = world.api()
                    .post("/video/queue", TINY)
                    .json()
                    .path("queue_id")
                    .asText();
            var ticket = "{\"model\":\"kling-2.5-turbo-pro-image-to-video\",\"queue_id\":\"" + id + "\"}";
            for (int poll = 0; poll < 2; poll++) {
                assertThat(world.api().post("/video/retrieve", ticket).status()).isEqualTo(200);
                assertThat(world.control().get("/findings").text()).doesNotContain("takes and its provider refuses");
            }
            var told = world.api().post("/video/retrieve", ticket).status();
            assertThat(told).isGreaterThanOrEqualTo(400);
            assertThat(world.control().get("/findings").text()).contains("retrieve answered " + told + ",");
        }
    }
}
