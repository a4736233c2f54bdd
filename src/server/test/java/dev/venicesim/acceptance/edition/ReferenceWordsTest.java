package dev.venicesim.acceptance.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reference models say of a tag that names no picture, and of frames beside references. */
class ReferenceWordsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "2026-06-17,grok-imagine-reference-to-video,@Image2 runs,,Invalid reference index 2 for image. Only 1 image(s) provided",
                "2026-08-21,grok-imagine-1-5-reference-to-video-private,@Image1 meets @Image12,,Invalid reference index 12 for image. Only 1 image(s) provided",
                "2026-10-02,grok-imagine-1-5-reference-to-video-private,@Image0,,Invalid reference index 0 for image. Only 1 image(s) provided",
                "2026-08-21,minimax-h3-reference-to-video,x,image_url,image_url and end_image_url cannot be combined with reference media for this model.",
                "2026-10-02,minimax-h3-max-reference-to-video,x,end_image_url,image_url and end_image_url cannot be combined with reference media for this model.",
            })
    void hasTheApisWordsForReferences(String edition, String model, String prompt, String frame, String says) {
        var body = "{\"model\":\"" + model + "\",\"prompt\":\"" + prompt
                + "\",\"duration\":\"8s\",\"aspect_ratio\":\"16:9\","
                + (frame == null ? "" : "\"" + frame + "\":\"https://e.example/f-1024x1024.png\",")
                + "\"reference_image_urls\":[\"https://e.example/a-1024x1024.png\"]}";
        try (var sim = Sim.start(config -> config.edition(edition))) {
            var world = sim.world("");
            var refused = world.api().post("/video/queue", body);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains(says);
            var taken = body.replaceFirst("@Image(2|12|0)\\b", "@Image1")
                    .replaceFirst("\"(end_)?image_url\":\"[^\"]+\",", "");
            assertThat(world.api().post("/video/queue", taken).status()).isEqualTo(200);
        }
    }
}
