package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
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
}
