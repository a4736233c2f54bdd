package dev.venicesim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What quote makes of who asks. */
class QuoteTest {

    private static final String UPSCALE =
            "{\"model\":\"topaz-video-upscale\",\"upscale_factor\":2,\"video_url\":\"https://a.example/in-854x480-10s-30fps.mp4\"}";

    @Test
    void asksNoKeyButForAnUpscaleUnderTheQuirk() {
        try (var sim = Sim.start()) {
            assertThat(sim.api().post("/video/quote", UPSCALE).text()).isEqualTo("{\"quote\":0.25}");
        }
        try (var sim = Sim.start(config -> config.quirk("quote-upscale", "needs-key"))) {
            var keyless = sim.api().post("/video/quote", UPSCALE);
            assertThat(keyless.status()).isEqualTo(403);
            assertThat(keyless.text()).isEqualTo("{\"error\":\"Unauthorized access\"}");
            assertThat(sim.api("k").post("/video/quote", UPSCALE).status()).isEqualTo(200);
            assertThat(sim.api().post("/video/quote", Requests.WAN).status()).isEqualTo(200);
        }
    }

    @Test
    void quotesByTheEditionOfTheKeysOwnWorld() {
        try (var sim = Sim.start()) {
            var august = sim.world("\"edition\":\"2026-08-21\"");
            var onlyThen =
                    "{\"model\":\"minimax-h3-text-to-video\",\"duration\":\"5s\",\"resolution\":\"2K\",\"aspect_ratio\":\"16:9\"}";
            assertThat(august.api().post("/video/quote", onlyThen).text()).isEqualTo("{\"quote\":0.81}");
            assertThat(sim.api().post("/video/quote", onlyThen).status()).isEqualTo(404);
        }
    }

    @Test
    void doesNotMindABadKey() {
        try (var sim = Sim.start()) {
            assertThat(sim.api("bad-key").post("/video/quote", Requests.WAN).status())
                    .isEqualTo(200);
        }
    }
}
