package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price files of docs/prices.md are served, and cost what the page says. */
class PricesPageTest {

    private static final Path PAGE = Path.of("docs/prices.md");
    private static final Pattern JSON = Pattern.compile("(?s)```json\n(.*?)```");

    @TempDir
    private Path folder;

    private static List<String> files() throws IOException {
        return JSON.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private Path saved(String text) throws IOException {
        return Files.writeString(folder.resolve("prices.json"), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | "model":"wan-2.6-text-to-video","duration":"5s","resolution":"720p","aspect_ratio":"16:9" | 0.6
            0 | "model":"wan-2.6-text-to-video","duration":"5s","resolution":"1080p","aspect_ratio":"16:9" | 0.83
            0 | "model":"ovi-image-to-video","duration":"5s" | 0.25
            1 | "model":"kling-v3-pro-text-to-video","duration":"10s","aspect_ratio":"1:1" | 1.8
            1 | "model":"kling-v3-pro-text-to-video","duration":"10s","aspect_ratio":"16:9" | 2
            1 | "model":"seedance-2-0-reference-to-video-basic","duration":"10s","resolution":"720p","aspect_ratio":"16:9","reference_video_total_duration":8,"reference_image_count":3 | 1.86
            2 | "model":"pixverse-v5.6-text-to-video","duration":"5s","resolution":"720p","aspect_ratio":"16:9" | 1
            2 | "model":"pixverse-v5.6-text-to-video","duration":"8s","resolution":"720p","aspect_ratio":"16:9" | 1.9
            3 | "model":"seedance-2-5-text-to-video-basic","duration":"5s","resolution":"480p","aspect_ratio":"16:9" | 0.64
            3 | "model":"seedance-2-5-text-to-video-basic","duration":"5s","resolution":"480p","aspect_ratio":"21:9" | 0.84
            4 | "model":"topaz-video-upscale","upscale_factor":2,"video_url":"https://a.example/in-854x480-10s-30fps.mp4" | 0.3
            """)
    void costsWhatThePageSays(int file, String request, String usd) throws IOException {
        var prices = saved(files().get(file));
        try (var sim = Sim.start(config -> config.edition("2026-08-21").prices(prices))) {
            assertThat(sim.api().post("/video/quote", "{" + request + "}").text())
                    .isEqualTo("{\"quote\":" + usd + "}");
        }
    }

    @Test
    void everyFileOfThePageIsAskedForAPrice() throws IOException {
        assertThat(files()).hasSize(5);
    }

    @Test
    void aSlipOfThePenIsRefusedInTheWordsOfThePage() throws IOException {
        var wrong = files().get(0).replace("silentUsd", "silentUSD");
        var prices = saved(wrong);
        var says = Pattern.compile("prices cannot be \"prices.json\": (.*)")
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sim.start(config -> config.prices(prices)).close())
                .withMessage("prices cannot be \"" + prices + "\": " + says);
    }

    @Test
    void aFileOfTheFormatOfOldStillMeansTheSame() throws IOException {
        var prices = saved("""
                {"about": "of old",
                 "rows": [
                   {"models": ["wan-2.6-text-to-video"], "resolutions": ["720p"], "per": "second", "usd": 0.015},
                   {"models": ["seedance-2-5-reference-*"], "per": "second", "usd": 0.2, "references": "tokens",
                    "provenance": "observed", "source": "me", "date": "2026-08-07"}],
                 "estimates": {"maxUsd": 10}}""");
        try (var sim = Sim.start(config -> config.edition("2026-08-21").prices(prices))) {
            assertThat(sim.api()
                            .post(
                                    "/video/quote",
                                    "{\"model\":\"wan-2.6-text-to-video\",\"duration\":\"15s\",\"resolution\":\"720p\"}")
                            .text())
                    .isEqualTo("{\"quote\":0.23}");
            assertThat(sim.api()
                            .post(
                                    "/video/quote",
                                    "{\"model\":\"seedance-2-5-reference-to-video-basic\",\"duration\":\"10s\",\"resolution\":\"720p\",\"reference_video_total_duration\":5}")
                            .text())
                    .isEqualTo("{\"quote\":3}");
        }
    }
}
