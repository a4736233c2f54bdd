package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models of {@code --models later} cost what pages of October and November 2026 print. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintedPricesTest {

    private Sim sim;

    @BeforeAll
    void start() {
        sim = Sim.start(
                config -> config.edition("2026-10-02").models(Path.of("later")).limits(false));
    }

    @AfterAll
    void stop() {
        sim.close();
    }

    @ParameterizedTest
    @CsvSource({
        "flux-3-max-text-to-video, 720p, 5s, 0.32",
        "flux-3-max-text-to-video, 720p, 10s, 0.64",
        "flux-3-max-text-to-video, 720p, 15s, 0.96",
        "flux-3-max-text-to-video, 720p, 20s, 1.28",
        "flux-3-max-image-to-video, 1080p, 5s, 0.54",
        "flux-3-max-image-to-video, 1080p, 10s, 1.09",
        "flux-3-max-image-to-video, 1080p, 15s, 1.63",
        "flux-3-max-image-to-video, 1080p, 20s, 2.17",
        "kling-v4-text-to-video, 720p, 5s, 0.98",
        "kling-v4-image-to-video, 720p, 30s, 5.89",
        "kling-v4-reference-to-video, 1080p, 5s, 1.47",
        "kling-v4-text-to-video, 1080p, 30s, 8.81",
        "kling-v4-flash-text-to-video, 720p, 3s, 0.35",
        "kling-v4-flash-text-to-video, 720p, 5s, 0.59",
        "kling-v4-flash-image-to-video, 720p, 10s, 1.17",
        "kling-v4-flash-text-to-video, 720p, 20s, 2.35",
        "kling-v4-flash-reference-to-video, 720p, 20s, 2.35",
        "grok-imagine-1-5-lite-text-to-video, 480p, 10s, 0.24",
        "grok-imagine-1-5-lite-text-to-video, 720p, 10s, 0.36",
        "grok-imagine-1-5-lite-text-to-video, 1080p, 10s, 1.68",
        "grok-imagine-1-5-lite-image-to-video, 480p, 10s, 0.26",
        "minimax-h3-hyper-text-to-video, 768P, 10s, 0.31",
        "minimax-h3-hyper-image-to-video, 768P, 4s, 0.12",
        "minimax-h3-hyper-reference-to-video, 768P, 15s, 0.46",
        "seedance-2-5-flash-text-to-video-basic, 480p, 10s, 0.57",
        "seedance-2-5-flash-image-to-video-basic, 480p, 10s, 0.55"
    })
    void areQuoted(String model, String resolution, String duration, String usd) {
        var body = "{\"model\":\"%s\",\"resolution\":\"%s\",\"duration\":\"%s\",\"aspect_ratio\":\"16:9\"}";
        assertThat(sim.api()
                        .post("/video/quote", body.formatted(model, resolution, duration))
                        .text())
                .isEqualTo("{\"quote\":" + usd + "}");
    }

    @Test
    void sayWhereTheyStandAndWhatIsConcluded() {
        var prices = sim.control().get("/prices").json().path("prices");
        for (var price : prices) {
            var model = price.path("model").textValue();
            if (model.startsWith("flux-3-max") || model.startsWith("kling-v4-flash-v")) {
                assertThat(price.path("provenance").textValue())
                        .as(model)
                        .isEqualTo(model.startsWith("flux") ? "documented" : "estimated");
                assertThat(price.path("date").textValue()).isEqualTo("2026-11-29");
            }
        }
    }
}
