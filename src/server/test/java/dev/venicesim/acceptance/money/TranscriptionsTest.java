package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptionsTest {

    private static final String URL = "https://youtu.be/dQw4w9WgXcQ";

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-17", "2026-08-21"})
    void answerWithAMadeTranscriptAndTakeNothing(String edition) {
        try (var sim = Sim.start(config -> config.edition(edition))) {
            var world = sim.frozenWorld();
            var json = world.api().post("/video/transcriptions", "{\"url\":\"" + URL + "\"}");
            assertThat(json.status()).as("%s", json).isEqualTo(200);
            assertThat(json.json().path("transcript").asText()).contains(URL);
            assertThat(json.json().path("lang").asText()).isEqualTo("en");
            var text =
                    world.api().post("/video/transcriptions", "{\"url\":\"" + URL + "\",\"response_format\":\"text\"}");
            assertThat(text.header("Content-Type")).startsWith("text/plain");
            assertThat(text.text()).isEqualTo(json.json().path("transcript").asText());
            assertThat(world.balanceUsd()).isEqualTo("100");
        }
    }

    @Test
    void refuseWhatIsNoAddress() {
        try (var sim = Sim.start()) {
            var answer = sim.api("sk-any").post("/video/transcriptions", "{\"url\":7,\"more\":1}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("issues")).hasSize(2);
        }
    }

    @Test
    void thatAreGoneHaveALimitOfTheirOwnAndBlockNothingElse() {
        try (var sim = Sim.start(config -> config.edition("2026-10-02"))) {
            for (var i = 0; i < 60; i++) {
                assertThat(sim.api().post("/video/transcriptions", "{}").status())
                        .isEqualTo(410);
            }
            var limited = sim.api().post("/video/transcriptions", "{}");
            assertThat(limited.status()).isEqualTo(429);
            assertThat(limited.text()).contains("Rate limit exceeded.");
            assertThat(sim.api().post("/video/quote", Requests.WAN).status()).isEqualTo(200);
        }
    }

    @Test
    void areGoneWhereTheQuirkSaysSo() {
        try (var sim = Sim.start(config -> config.quirk("transcriptions", "410"))) {
            var answer = sim.api("sk-any").post("/video/transcriptions", "{}");
            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.header("Deprecation")).isEqualTo("true");
            assertThat(answer.header("Link")).contains("</api/v1/chat/completions>; rel=\"successor-version\"");
        }
    }
}
