package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.media.probe.MediaProbe;
import dev.venicesim.media.probe.facts.FrameRate;
import dev.venicesim.media.probe.facts.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Topaz suite is paid by the second of its output, and delivers it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopazSuiteTest {

    private Sim sim;

    @BeforeAll
    void start() {
        sim = Sim.start(config -> config.edition("2026-10-02")
                .models(Path.of("topaz-suite"))
                .limits(false)
                .jobTime("1s"));
    }

    @AfterAll
    void stop() {
        sim.close();
    }

    private static String request(String model, String clip, String more) {
        return "{\"model\":\"topaz-video-%s\",\"video_url\":\"https://a.example/in-%s.mp4\"%s}"
                .formatted(model, clip, more.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            denoise        | 1920x1080-10s-30fps |                                       | 0.25
            denoise        | 1920x1080-10s-30fps | ,'upscale_factor':2                   | 0.75
            deblur         | 1280x720-10s-30fps  |                                       | 0.13
            colorize       | 1920x1080-10s-30fps | ,'slowdown_factor':2                  | 0.25
            interpolate    | 1280x720-10s-30fps  |                                       | 0.38
            interpolate    | 1280x720-10s-30fps  | ,'target_fps':60                      | 0.38
            interpolate    | 1280x720-10s-30fps  | ,'slowdown_factor':4,'target_fps':120 | 1.5
            hyperion       | 1920x1080-10s-30fps |                                       | 3
            precision      | 640x360-10s-30fps   |                                       | 0.13
            precision      | 960x540-10s-30fps   | ,'slowdown_factor':8                  | 2
            starlight      | 1920x1080-10s-30fps |                                       | 3.25
            starlight-fast | 960x540-10s-30fps   | ,'slowdown_factor':1                  | 0.75
            astra          | 960x540-10s-30fps   | ,'slowdown_factor':2                  | 7.5
            """)
    void isQuotedAndChargedTheSecondsOfItsOutput(String model, String clip, String more, String usd) {
        var body = request(model, clip, more == null ? "" : more);
        var world = sim.frozenWorld("\"balanceUsd\":100");
        assertThat(world.api().post("/video/quote", body).text()).isEqualTo("{\"quote\":" + usd + "}");
        assertThat(world.api().post("/video/queue", body).status()).isEqualTo(200);
        assertThat(world.control().get("/account").json().path("spentUsd").decimalValue())
                .isEqualByComparingTo(usd);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            interpolate | ,'target_fps':60                         | 320 | 180 | 60 | 2
            interpolate | ,'target_fps':48,'slowdown_factor':4     | 320 | 180 | 48 | 8
            denoise     | ,'slowdown_factor':2                     | 320 | 180 | 30 | 4
            precision   |                                          | 640 | 360 | 30 | 2
            """)
    void deliversTheTimeThatWasAskedFor(String model, String more, int width, int height, int fps, long seconds) {
        var world = sim.frozenWorld("\"balanceUsd\":100");
        var queued = world.api().post("/video/queue", request(model, "320x180-2s-30fps", more == null ? "" : more));
        assertThat(queued.status()).as("%s", queued).isEqualTo(200);
        world.advance("1s");
        var file = world.api().post("/video/retrieve", Requests.ticket(queued));
        var measures = MediaProbe.measure(file.bytes()).measures();
        assertThat(measures.size()).contains(new Size(width, height));
        assertThat(measures.frameRate()).contains(FrameRate.of(BigDecimal.valueOf(fps)));
        assertThat(measures.duration()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void ignoresTheFieldsInTheQuoteOfAnotherModel() {
        var body = "{\"model\":\"wan-2.6-text-to-video\",\"duration\":\"5s\",\"resolution\":\"720p\","
                + "\"aspect_ratio\":\"16:9\",\"slowdown_factor\":3,\"target_fps\":1000}";
        assertThat(sim.api().post("/video/quote", body).text()).isEqualTo("{\"quote\":0.55}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'enhancement_model':'rhea-1' | 200
            'enhancement_model':'nyx'    | 400
            'output_format':'prores'     | 200
            'output_format':'mp4'        | 400
            'noise':0.5                  | 200
            'noise':0.6                  | 400
            'halo':1                     | 200
            """)
    void takesWhatTheModelOffers(String field, int status, @TempDir Path folder) throws IOException {
        var shipped = EditionFiles.models("topaz-suite").orElseThrow();
        var denoise = shipped.toString()
                .replace("\"models\":[]", "\"models\":[{\"label\":\"Rhea\",\"value\":\"rhea-1\"}]")
                .replace(
                        "\"sliders\":[]", "\"sliders\":[{\"param\":\"noise\",\"min\":0.1,\"max\":0.5,\"default\":0.2}]")
                .replace("[\"mp4\",\"prores\"]", "[\"prores\"]");
        var file = Files.writeString(folder.resolve("models.json"), denoise);
        try (var own = Sim.start(config -> config.edition("2026-10-02").models(file))) {
            var asked = own.frozenWorld("\"balanceUsd\":100")
                    .api()
                    .post("/video/queue", request("denoise", "320x180-2s-30fps", "," + field));
            assertThat(asked.status()).as("%s", asked).isEqualTo(status);
        }
    }

    @Test
    void inventsNoEnhancementModels() {
        var catalog = Catalog.fromWire(EditionFiles.models("topaz-suite").orElseThrow(), ApiEdition.of("2026-10-02"));
        assertThat(catalog.find("topaz-video-astra").orElseThrow().options(RequestField.ENHANCEMENT_MODEL))
                .isEmpty();
    }
}
