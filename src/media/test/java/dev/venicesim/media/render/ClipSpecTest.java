package dev.venicesim.media.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipSpecTest {

    @ParameterizedTest
    @CsvSource({
        "15, 16, 24, 1000, 'width must be 16 to 8192 pixels, not 15'",
        "16, 8193, 24, 1000, 'height must be 16 to 8192 pixels, not 8193'",
        "16, 16, 0, 1000, 'framesPerSecond must be 1 to 120, not 0'",
        "16, 16, 121, 1000, 'framesPerSecond must be 1 to 120, not 121'",
        "16, 16, 24, 39, 'duration must be 0.04 s to 600 s, not PT0.039S'",
        "16, 16, 24, 600001, 'duration must be 0.04 s to 600 s, not PT10M0.001S'",
    })
    void refusesWhatItCannotRender(int width, int height, int fps, long millis, String message) {
        assertThatThrownBy(() -> Fixtures.spec(width, height, fps, millis))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void raisesOddSidesToEvenOnes() {
        ClipSpec spec = Fixtures.spec(853, 481, 24, 1000);

        assertThat(spec.width()).isEqualTo(854);
        assertThat(spec.height()).isEqualTo(482);
    }

    @ParameterizedTest
    @CsvSource({"24, 40, 1", "24, 5000, 120", "24, 7400, 178", "30, 5200, 156", "1, 40, 1", "120, 600000, 72000"})
    void playsToTheNearestFrame(int fps, long millis, int frames) {
        assertThat(ClipTimeline.of(Fixtures.spec(16, 16, fps, millis)).frames()).isEqualTo(frames);
    }

    @Test
    void theLengthPlayedIsThatOfItsFrames() {
        assertThat(Clip.render(Fixtures.spec(16, 16, 25, 7410)).duration()).isEqualTo(Duration.ofMillis(7400));
    }
}
