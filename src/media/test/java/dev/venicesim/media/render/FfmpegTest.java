package dev.venicesim.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What independent readers make of the clips; skipped where ffmpeg is not installed. */
class FfmpegTest {

    @ParameterizedTest
    @CsvSource({
        "1280, 720, 24, 5000, 5.000000",
        "720, 1280, 30, 1000, 1.000000",
        "1920, 1080, 24, 7500, 7.500000",
        "3840, 2160, 30, 2000, 2.000000",
        "854, 480, 24, 15000, 15.000000",
        "456, 256, 24, 60000, 60.000000",
        "2520, 1080, 25, 1400, 1.400000",
        "130, 98, 120, 3000, 3.000000",
        "16, 16, 25, 40, 0.040000",
        "16, 8192, 1, 2000, 2.000000",
        "8192, 16, 7, 1000, 1.000000",
        "1024, 576, 60, 601, 0.600000"
    })
    void isWhatItSaysAndDecodesWithoutAWarning(
            int width, int height, int fps, long millis, String seconds, @TempDir Path folder) throws Exception {
        Tool ffprobe = Tool.installed("ffprobe");
        Path file = Fixtures.file(folder, Clip.render(Fixtures.spec(width, height, fps, millis)));

        String probed = ffprobe.run(
                folder,
                List.of("-v", "warning", "-show_streams", "-show_format", "-of", "compact=nk=0", file.toString()));

        assertThat(probed.lines().filter(line -> line.contains("codec_type=video")))
                .singleElement()
                .asString()
                .contains("codec_name=h264|", "profile=Constrained Baseline|", "pix_fmt=yuv420p|")
                .contains("width=" + width + "|", "height=" + height + "|", "avg_frame_rate=" + fps + "/1|")
                .contains("duration=" + seconds + "|", "color_space=bt709|", "has_b_frames=0|");
        assertThat(probed.lines().filter(line -> line.contains("codec_type=audio")))
                .singleElement()
                .asString()
                .contains("codec_name=aac|", "sample_rate=48000|", "start_time=0.000000|");
        assertThat(probed.lines().filter(line -> line.startsWith("format|")))
                .singleElement()
                .asString()
                .contains("duration=" + seconds + "|", Fixtures.CARD.queueId());
        assertThat(decoded(folder, file)).isEmpty();
    }

    @Test
    void aPlaceholderDecodesToo(@TempDir Path folder) throws Exception {
        assertThat(decoded(folder, Fixtures.file(folder, Clip.placeholder(Fixtures.CARD))))
                .isEmpty();
    }

    @Test
    void soundEndsWithThePictureToWithinAFrameOfTheCodec(@TempDir Path folder) throws Exception {
        Tool ffmpeg = Tool.installed("ffmpeg");
        Path file = Fixtures.file(folder, Clip.render(Fixtures.spec(320, 240, 24, 5000)));
        Path sound = folder.resolve("sound.raw");

        ffmpeg.run(folder, List.of("-v", "error", "-i", file.toString(), "-vn", "-f", "s16le", sound.toString()));

        assertThat(Files.size(sound)).isBetween(2L * 5 * 48_000, 2L * (5 * 48_000 + 1023));
    }

    @Test
    void colourBarsComeOutAsTheyWereDrawn(@TempDir Path folder) throws Exception {
        Tool ffmpeg = Tool.installed("ffmpeg");
        Path file = Fixtures.file(folder, Clip.render(Fixtures.spec(112, 112, 24, 2000)));
        Path raw = folder.resolve("frames.yuv");

        ffmpeg.run(folder, List.of("-v", "error", "-i", file.toString(), "-f", "rawvideo", raw.toString()));

        byte[] frames = Files.readAllBytes(raw);
        Yuv yellow = Yuv.rgb(0xC0C000);
        assertThat(frames).hasSize(48 * 112 * 112 * 3 / 2);
        for (int frame : new int[] {0, 11, 23, 24, 47}) {
            int start = frame * 112 * 112 * 3 / 2;
            assertThat(frames[start + 40 * 112 + 20])
                    .as("luma in frame %d", frame)
                    .isEqualTo(yellow.y());
            assertThat(frames[start + 112 * 112 + 20 * 56 + 10])
                    .as("blue in frame %d", frame)
                    .isEqualTo(yellow.cb());
        }
    }

    private String decoded(Path folder, Path file) throws Exception {
        return Tool.installed("ffmpeg")
                .run(folder, List.of("-v", "warning", "-xerror", "-i", file.toString(), "-f", "null", "-"));
    }
}
