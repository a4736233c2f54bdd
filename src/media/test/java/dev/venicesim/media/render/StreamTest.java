package dev.venicesim.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bits of H.264 beneath the clip. */
class StreamTest {

    @Test
    void writesExpGolombCodes() {
        // 0 -> 1, 1 -> 010, 2 -> 011, 7 -> 0001000
        byte[] bits = new BitWriter().ue(0).ue(1).ue(2).ue(7).trailing().toByteArray();

        assertThat(bits).containsExactly(0b1010_0110, 0b0010_0010);
    }

    @Test
    void breaksUpWhatWouldReadAsAStartCode() {
        assertThat(NalUnit.escape(new byte[] {0, 0, 1})).containsExactly(0, 0, 3, 1);
        assertThat(NalUnit.escape(new byte[] {0, 0, 0, 0, 0})).containsExactly(0, 0, 3, 0, 0, 3, 0);
        assertThat(NalUnit.escape(new byte[] {0, 0, 4, 0, 1})).containsExactly(0, 0, 4, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "1920, 1080, 24, 1000000, 40",
        "1920, 1080, 60, 1000000, 42",
        "1280, 720, 30, 500000, 31",
        "3840, 2160, 30, 2000000, 51",
        "176, 144, 15, 1000, 10",
        "176, 144, 15, 1000000, 30",
        "8192, 8192, 120, 10000000, 62"
    })
    void namesTheLowestLevelThatHolds(int width, int height, int fps, long bytesPerSecond, int idc) {
        assertThat(Level.idc((width + 15) / 16, (height + 15) / 16, fps, bytesPerSecond))
                .isEqualTo(idc);
    }

    @Test
    void theSoundOfAllSecondsTogetherIsTheSoundOfTheWhole() {
        ClipTimeline timeline = ClipTimeline.of(Fixtures.spec(16, 16, 7, 11_300));
        int sum = 0;
        for (int second = 0; second < timeline.seconds(); second++) {
            sum += timeline.soundIn(second);
        }

        assertThat(sum).isEqualTo(timeline.soundFrames());
        assertThat(1024L * sum).isBetween(1024 + timeline.samples(), 2047 + timeline.samples());
    }

    @Test
    void greysKeepTheirPlaceInTheLimitedRange() {
        assertThat(Yuv.rgb(0)).isEqualTo(new Yuv((byte) 16, (byte) 128, (byte) 128));
        assertThat(Yuv.rgb(0xFFFFFF)).isEqualTo(new Yuv((byte) 235, (byte) 128, (byte) 128));
        assertThat(Yuv.mix((byte) 16, (byte) 235, 256)).isEqualTo((byte) 235);
        assertThat(Yuv.mix((byte) 235, (byte) 16, 0)).isEqualTo((byte) 235);
    }
}
