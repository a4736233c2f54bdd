package dev.venicesim.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoShapeTest {

    @ParameterizedTest
    @CsvSource({
        "720p, 16:9, 1280, 720",
        "720p, 9:16, 720, 1280",
        "720p, 1:1, 720, 720",
        "720p, , 1280, 720",
        ", , 1280, 720",
        "256p, 16:9, 456, 256",
        "360p, 16:9, 640, 360",
        "480p, 16:9, 854, 480",
        "480p, 4:3, 640, 480",
        "540p, 3:4, 540, 720",
        "580p, 16:9, 1032, 580",
        "768P, 16:9, 1366, 768",
        "1080p, 21:9, 2520, 1080",
        "1080p, 9:21, 1080, 2520",
        "1080p, 4:5, 1080, 1350",
        "1080p, 5:4, 1350, 1080",
        "1080p, 2:3, 1080, 1620",
        "1080p, 3:2, 1620, 1080",
        "true_1080p, , 1920, 1080",
        "1440p, , 2560, 1440",
        "2K, , 2560, 1440",
        "2160p, , 3840, 2160",
        "4k, 16:9, 3840, 2160",
        "4K, 9:16, 2160, 3840",
        "720p, auto, 1280, 720",
        "2x, , 1280, 720",
    })
    void namesTheShortSide(String resolution, String ratio, int width, int height) {
        assertThat(VideoShape.of(Optional.ofNullable(resolution), Optional.ofNullable(ratio)))
                .isEqualTo(new VideoShape(width, height));
    }

    @Test
    void anUpscaleMultipliesTheSourceWithinWhatCanBeRendered() {
        assertThat(VideoShape.upscaled(640, 360, 2)).isEqualTo(new VideoShape(1280, 720));
        assertThat(VideoShape.upscaled(853, 481, 1)).isEqualTo(new VideoShape(854, 482));
        assertThat(VideoShape.upscaled(3840, 2160, 4)).isEqualTo(new VideoShape(8192, 4608));
        assertThat(VideoShape.upscaled(2, 4, 2)).isEqualTo(new VideoShape(16, 16));
    }
}
