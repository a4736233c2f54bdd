package dev.venicesim.media.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.venicesim.media.probe.facts.AudioCodec;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.facts.MediaFormat;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.media.probe.facts.VideoCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as a real encoder writes them; skipped, and said so, where there is no ffmpeg. */
class FfmpegAgreementTest {

    private static final String PICTURES = "-f lavfi -i testsrc=s=322x182:r=30:d=2.2 ";
    private static final String SOUND = "-f lavfi -i sine=440:d=2.2 ";

    private final Path folder;

    FfmpegAgreementTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private MediaFacts encode(String name, String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        command.addAll(List.of(arguments.trim().split(" +")));
        command.add(folder.resolve(name).toString());
        boolean made;
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            made = process.waitFor(150, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            made = false;
        }
        assumeTrue(made, () -> "SKIPPED: no ffmpeg here that can make " + name + " (" + arguments + ")");
        return MediaProbe.measure(Files.readAllBytes(folder.resolve(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "a.mp4, -c:v libx264 -preset ultrafast -c:a aac, MP4, H264, AAC",
        "b.mp4, -c:v libx264 -preset medium -bf 2 -c:a libmp3lame -movflags +faststart, MP4, H264, MP3",
        "c.mp4, -c:v libx265 -preset ultrafast -tag:v hvc1 -c:a aac, MP4, H265, AAC",
        "d.mov, -c:v libx265 -preset ultrafast -c:a pcm_s16le, MOV, H265, PCM",
        "e.mp4, -c:v libx264 -preset ultrafast -c:a aac -movflags frag_keyframe+empty_moov, MP4, H264, AAC",
        "f.mp4, -c:v libx264 -preset ultrafast -c:a aac -movflags dash+frag_keyframe+global_sidx, MP4, H264, AAC",
        "g.webm, -c:v libvpx -deadline realtime -cpu-used 8 -c:a libopus, WEBM, VP8, OPUS",
        "h.webm, -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus -f webm -live 1, WEBM, VP9, OPUS"
    })
    void agreesAboutClips(String name, String arguments, MediaFormat format, VideoCodec video, AudioCodec audio)
            throws Exception {
        MediaFacts facts = encode(name, PICTURES + SOUND + arguments);

        assertThat(facts.format()).isEqualTo(format);
        assertThat(facts.state()).isEqualTo(MediaState.READABLE);
        assertThat(facts.measures().size()).contains(new Size(322, 182));
        assertThat(facts.measures().videoCodec()).contains(video);
        assertThat(facts.measures().audioCodec()).contains(audio);
        assertThat(facts.measures().frameRate().orElseThrow().milliFps()).isBetween(29_600L, 30_100L);
        assertNear(facts, 30);
    }

    @ParameterizedTest
    @CsvSource({
        "a.wav, -c:a pcm_s24le -ac 2, WAV, PCM, 1",
        "b.wav, -rf64 always, WAV, PCM, 1",
        "c.mp3, -c:a libmp3lame -b:a 128k, MP3, MP3, 1",
        "d.mp3, -c:a libmp3lame -q:a 4 -ar 22050, MP3, MP3, 1",
        "e.mp3, -c:a libmp3lame -b:a 64k -write_xing 0, MP3, MP3, 80",
        "f.m4a, -c:a aac, M4A, AAC, 30"
    })
    void agreesAboutSounds(String name, String arguments, MediaFormat format, AudioCodec codec, int tolerance)
            throws Exception {
        MediaFacts facts = encode(name, SOUND + arguments);

        assertThat(facts.format()).isEqualTo(format);
        assertThat(facts.state()).isEqualTo(MediaState.READABLE);
        assertThat(facts.measures().audioCodec()).contains(codec);
        assertNear(facts, tolerance);
    }

    @ParameterizedTest
    @CsvSource({"PNG, png", "JPEG, jpg", "BMP, bmp", "TIFF, tiff", "GIF, gif", "WEBP, webp"})
    void agreesAboutImages(MediaFormat format, String extension) throws Exception {
        MediaFacts facts = encode("image." + extension, PICTURES + "-frames:v 1");

        assertThat(facts.format()).isEqualTo(format);
        assertThat(facts.state()).isEqualTo(MediaState.READABLE);
        assertThat(facts.measures().size()).contains(new Size(322, 182));
    }

    private static void assertNear(MediaFacts facts, int toleranceMillis) {
        assertThat(facts.measures().duration().orElseThrow())
                .isBetween(Duration.ofMillis(2200 - toleranceMillis), Duration.ofMillis(2200 + toleranceMillis));
    }
}
