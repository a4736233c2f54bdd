package dev.venicesim.media.probe.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.media.probe.MediaProbe;
import dev.venicesim.media.probe.facts.AudioCodec;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.facts.MediaFormat;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.media.probe.fixtures.Fixtures;
import dev.venicesim.media.probe.fixtures.Out;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SoundReadersTest {

    static Stream<byte[]> waves() {
        return Stream.of(
                Fixtures.wav(2.5), Fixtures.extensibleWav(2.5), Fixtures.rf64(2.5), streamed(Fixtures.wav(2.5)));
    }

    private static byte[] streamed(byte[] wav) {
        byte[] copy = wav.clone();
        int length = copy.length - 40_000 - 4;
        Arrays.fill(copy, length, length + 4, (byte) 0xFF);
        return copy;
    }

    @ParameterizedTest
    @MethodSource("waves")
    void measuresEveryKindOfWave(byte[] file) {
        MediaFacts facts = MediaProbe.measure(file);

        assertThat(facts.format()).isEqualTo(MediaFormat.WAV);
        assertThat(facts.state()).isEqualTo(MediaState.READABLE);
        assertThat(facts.measures().duration()).contains(Duration.ofMillis(2500));
        assertThat(facts.measures().audioCodec()).contains(AudioCodec.PCM);
    }

    @Test
    void measuresWhatIsLeftOfATruncatedWave() {
        byte[] file = Fixtures.wav(2);
        MediaFacts facts = MediaProbe.measure(Arrays.copyOf(file, file.length - 16_000));

        assertThat(facts.state()).isEqualTo(MediaState.TRUNCATED);
        assertThat(facts.measures().duration()).contains(Duration.ofSeconds(1));
    }

    @Test
    void countsFramesBehindAnId3Tag() {
        MediaFacts facts = MediaProbe.measure(Fixtures.mp3(6));

        assertThat(facts.format()).isEqualTo(MediaFormat.MP3);
        assertThat(facts.state()).isEqualTo(MediaState.READABLE);
        assertThat(facts.measures().duration()).contains(Duration.ofSeconds(6));
    }

    @Test
    void believesATagThatCouldBeTrue() {
        MediaFacts facts = MediaProbe.measure(Fixtures.taggedMp3(500, 250));

        assertThat(facts.measures().duration()).contains(Duration.ofSeconds(6));
    }

    @Test
    void countsForItselfWhenATagClaimsTenHours() {
        MediaFacts facts = MediaProbe.measure(Fixtures.taggedMp3(250, 1_500_000));

        assertThat(facts.measures().duration()).contains(Duration.ofSeconds(6));
    }

    @Test
    void noticesThatTaggedFramesAreMissing() {
        byte[] file = Fixtures.taggedMp3(250, 250);
        MediaFacts facts = MediaProbe.measure(Arrays.copyOf(file, 192 * 126));

        assertThat(facts.state()).isEqualTo(MediaState.TRUNCATED);
        assertThat(facts.measures().duration()).contains(Duration.ofSeconds(3));
    }

    @Test
    void noticesAFrameThatIsCut() {
        byte[] file = Fixtures.mp3(6);

        assertThat(MediaProbe.measure(Arrays.copyOf(file, file.length - 1)).state())
                .isEqualTo(MediaState.TRUNCATED);
    }

    @Test
    void leavesTheDurationOfAFreeFormatOpen() {
        byte[] file = new Out().u32(0xFFFB04C0L).zeros(4000).done();
        MediaFacts facts = MediaProbe.measure(file);

        assertThat(facts.format()).isEqualTo(MediaFormat.MP3);
        assertThat(facts.measures().duration()).isEmpty();
    }
}
