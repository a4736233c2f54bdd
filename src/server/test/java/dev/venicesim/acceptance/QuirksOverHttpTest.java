package dev.venicesim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Quirks that no other area's tests flip. */
class QuirksOverHttpTest {

    private static final String SORA =
            "{\"model\":\"sora-2-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"4s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    @Test
    void showsRemovalDatesAndAppliesThemOnlyUnderTheQuirk() {
        try (var sim = Sim.start()) {
            var after = "\"clock\":{\"at\":\"2026-09-24T00:00:00Z\",\"frozen\":true}";
            var queued = sim.world(after).api().post("/video/queue", SORA);
            assertThat(queued.status()).as("%s", queued).isEqualTo(200);
            assertThat(queued.header("x-venice-model-deprecation-date")).startsWith("2026-09-24");
            assertThat(queued.header("x-venice-model-deprecation-warning")).contains("sora-2-text-to-video");

            var judged = sim.world(after + ",\"quirks\":{\"deprecation\":\"clock\"}");
            assertThat(judged.api().post("/video/queue", SORA).status()).isEqualTo(410);
            assertThat(judged.api().post("/video/quote", SORA).status()).isEqualTo(410);
            var before = sim.world(
                    "\"clock\":{\"at\":\"2026-09-23T23:59:59Z\",\"frozen\":true},\"quirks\":{\"deprecation\":\"clock\"}");
            assertThat(before.api().post("/video/queue", SORA).status()).isEqualTo(200);

            assertThat(judged.api().get("/models?type=video").text()).contains("sora-2-text-to-video");
            judged.advance("720h");
            assertThat(judged.api().get("/models?type=video").text()).doesNotContain("sora-2-");
        }
    }

    @Test
    void putsTheTablesCodeBesideTheText() {
        try (var sim = Sim.start(config -> config.quirk("error-codes", "on"))) {
            assertThat(sim.api("bad-key").post("/video/queue", Requests.WAN).text())
                    .isEqualTo("{\"error\":\"Authentication failed\",\"code\":\"AUTHENTICATION_FAILED\"}");
            assertThat(sim.api("sk-broke")
                            .post("/video/queue", Requests.WAN)
                            .json()
                            .path("code")
                            .asText())
                    .isEqualTo("INSUFFICIENT_BALANCE");
            assertThat(sim.api("k")
                            .post("/video/queue", Requests.WAN.replace("5s", "7s"))
                            .json()
                            .path("code")
                            .asText())
                    .isEqualTo("INVALID_REQUEST");
        }
        try (var sim = Sim.start()) {
            assertThat(sim.api("bad-key").post("/video/queue", Requests.WAN).text())
                    .isEqualTo("{\"error\":\"Authentication failed\"}");
        }
    }

    @Test
    void wordsATooLargeBodyAsTheWorldOfItsSenderDoes() {
        try (var sim = Sim.start()) {
            var body = " ".repeat(35 * 1024 * 1024 + 1);
            var table = sim.world("\"quirks\":{\"payload-too-large\":\"table\"}");
            assertThat(table.api().post("/video/queue", body).text())
                    .isEqualTo(
                            "{\"code\":\"PAYLOAD_TOO_LARGE\",\"error\":\"The request payload is too large. Please reduce the size of your request.\"}");
            assertThat(sim.world("").api().post("/video/queue", body).text())
                    .isEqualTo(
                            "{\"code\":\"PAYLOAD_TOO_LARGE\",\"error\":\"Request body exceeds the maximum allowed size.\"}");
            var control = sim.control().post("/worlds", body);
            assertThat(control.status()).isEqualTo(413);
            assertThat(control.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }
}
