package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteIsTheChargeTest {

    @ParameterizedTest
    @CsvSource({
        "in-854x480-10s-30fps.mp4, 2",
        "in-1280x720-10s-30fps.mp4, 2",
        "in-1280x720-10s-60fps.mp4, 2",
        "in-1920x1080-9.5s-24fps.mp4, 2",
        "in-3840x2160-20s.mp4, 1",
        "anything.mp4, 4"
    })
    void whateverTheVideoMeasures(String name, int factor) {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld("\"balanceUsd\":1000");
            var inputs = "\"model\":\"topaz-video-upscale\",\"video_url\":\"https://example.com/" + name
                    + "\",\"upscale_factor\":" + factor;
            var quote = sim.api()
                    .post("/video/quote", "{" + inputs + ",\"duration\":\"10s\"}")
                    .json()
                    .path("quote")
                    .decimalValue();
            assertThat(quote).isPositive();
            var queued = world.api().post("/video/queue", "{" + inputs + "}");
            assertThat(queued.status()).as("%s", queued).isEqualTo(200);
            var spent = world.control().get("/account").json().path("spentUsd").decimalValue();
            assertThat(spent).isEqualByComparingTo(quote);
        }
    }

    /** Reference media are what a quote has to be told of: their total length and their number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seedance-2-5-reference-to-video-basic       | 10s | "resolution":"480p","aspect_ratio":"21:9" | 8  | 1 | 1.84
            seedance-2-5-reference-to-video-basic       | 5s  | "resolution":"720p","aspect_ratio":"9:16" | 0  | 2 | 1.44
            grok-imagine-1-5-image-to-video-private     | 10s | "resolution":"720p"                       | 0  | 0 | 1.62
            wan-2-7-reference-to-video                  | 10s | "resolution":"1080p"                      | 0  | 3 | 1.40
            """)
    void whateverItIsMadeFrom(
            String model, String duration, String shape, int referenceSeconds, int pictures, String usd) {
        try (var sim = Sim.start(config -> config.edition("2026-08-21"))) {
            var world = sim.frozenWorld("\"balanceUsd\":1000");
            var inputs = "\"model\":\"" + model + "\",\"duration\":\"" + duration + "\"," + shape;
            var told = (referenceSeconds > 0 ? ",\"reference_video_total_duration\":" + referenceSeconds : "")
                    + (pictures > 0 ? ",\"reference_image_count\":" + pictures : "");
            var quoted = sim.api().post("/video/quote", "{" + inputs + told + "}");
            assertThat(quoted.status()).as("%s", quoted).isEqualTo(200);
            var quote = quoted.json().path("quote").decimalValue();
            assertThat(quote).isEqualByComparingTo(usd);
            var queued = world.api()
                    .post("/video/queue", "{" + inputs + ",\"prompt\":\"a\"" + media(referenceSeconds, pictures) + "}");
            assertThat(queued.status()).as("%s", queued).isEqualTo(200);
            assertThat(world.control().get("/account").json().path("spentUsd").decimalValue())
                    .isEqualByComparingTo(quote);
        }
    }

    private static String media(int referenceSeconds, int pictures) {
        var videos = referenceSeconds > 0
                ? ",\"reference_video_urls\":[\"https://example.com/clip-1280x720-" + referenceSeconds
                        + "s-24fps.mp4\"]"
                : "";
        var urls = IntStream.range(0, pictures)
                .mapToObj(n -> "\"https://example.com/still" + n + "-1024x1024.png\"")
                .collect(Collectors.joining(","));
        return pictures == 0
                ? videos + ",\"image_url\":\"https://example.com/still-1024x1024.png\""
                : videos + ",\"reference_image_urls\":[" + urls + "]";
    }
}
