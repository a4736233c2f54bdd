package dev.venicesim.media.probe.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.media.probe.MediaProbe;
import dev.venicesim.media.probe.facts.AudioCodec;
import dev.venicesim.media.probe.facts.FrameRate;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.facts.MediaFormat;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.media.probe.facts.VideoCodec;
import dev.venicesim.media.probe.fixtures.Fixtures;
import dev.venicesim.media.probe.fixtures.Mp4;
import dev.venicesim.media.probe.fixtures.Out;
import dev.venicesim.media.probe.fixtures.Webm;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClipReadersTest {

    static Stream<byte[]> layouts() {
        return Stream.of(
                clip().bytes(),
                clip().moovLast().bytes(),
                clip().version1().bytes(),
                clip().wideData().moovLast().bytes(),
                clip().fragmented(false).bytes(),
                clip().fragmented(true).bytes(),
                clip().claiming(36_000).bytes(),
                clip().fragmented(true).claiming(36_000).bytes(),
                clip().dataBytes(200_000).moovLast().bytes());
    }

    private static Mp4 clip() {
        return new Mp4().size(1920, 1080).seconds(5.2, 30);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void measuresEveryLayout(byte[] file) {
        MediaFacts facts = MediaProbe.measure(file);

        assertThat(facts.format()).isEqualTo(MediaFormat.MP4);
        assertThat(facts.state()).isEqualTo(MediaState.READABLE);
        assertThat(facts.measures().size()).contains(new Size(1920, 1080));
        assertThat(facts.measures().duration()).contains(Duration.ofMillis(5200));
        assertThat(facts.measures().frameRate()).contains(new FrameRate(30_000));
        assertThat(facts.hasAudio()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(VideoCodec.class)
    void namesTheVideoCodec(VideoCodec codec) {
        assertThat(MediaProbe.measure(clip().codec(codec).bytes()).measures().videoCodec())
                .contains(codec);
    }

    @ParameterizedTest
    @CsvSource({"avc1,H264", "avc3,H264", "hvc1,H265", "hev1,H265"})
    void knowsBothCodesOfACodec(String code, VideoCodec codec) {
        assertThat(MediaProbe.measure(clip().videoCode(code).bytes()).measures().videoCodec())
                .contains(codec);
    }

    @Test
    void takesADurationFromTheVideoAndACodecFromTheSound() {
        MediaFacts facts = MediaProbe.measure(clip().withSound().bytes());

        assertThat(facts.measures().duration()).contains(Duration.ofMillis(5200));
        assertThat(facts.measures().audioCodec()).contains(AudioCodec.AAC);
    }

    @Test
    void swapsWidthAndHeightOfATurnedClip() {
        assertThat(MediaProbe.measure(clip().turned().bytes()).measures().size())
                .contains(new Size(1080, 1920));
    }

    @Test
    void playsOnlyWhatTheEditListLeaves() {
        assertThat(MediaProbe.measure(clip().editedTo(3).bytes()).measures().duration())
                .contains(Duration.ofSeconds(3));
    }

    @Test
    void doesNotBelieveAnEditLongerThanTheMedia() {
        assertThat(MediaProbe.measure(clip().editedTo(36_000).bytes())
                        .measures()
                        .duration())
                .contains(Duration.ofMillis(5200));
    }

    @Test
    void readsQuickTimeWithAndWithoutItsType() {
        byte[] movie = Fixtures.mov(854, 480, 4, 25);
        byte[] untyped = Arrays.copyOfRange(movie, 20, movie.length);

        assertThat(MediaProbe.measure(movie).format()).isEqualTo(MediaFormat.MOV);
        assertThat(MediaProbe.measure(untyped).format()).isEqualTo(MediaFormat.MOV);
        assertThat(MediaProbe.measure(untyped).measures().duration()).contains(Duration.ofSeconds(4));
    }

    @Test
    void measuresWhatIsLeftOfATruncatedClip() {
        byte[] file = clip().dataBytes(1000).bytes();
        MediaFacts facts = MediaProbe.measure(Arrays.copyOf(file, file.length - 500));

        assertThat(facts.state()).isEqualTo(MediaState.TRUNCATED);
        assertThat(facts.measures().duration()).contains(Duration.ofMillis(5200));
    }

    @Test
    void findsNothingInAClipCutBeforeItsHeader() {
        byte[] file = clip().moovLast().dataBytes(1000).bytes();
        MediaFacts facts = MediaProbe.measure(Arrays.copyOf(file, 700));

        assertThat(facts.state()).isEqualTo(MediaState.TRUNCATED);
        assertThat(facts.measures().duration()).isEmpty();
    }

    @Test
    void callsAClipWithoutAHeaderCorrupt() {
        byte[] file = Out.join(Out.box("ftyp", new Out().latin1("isom").u32(0).done()), Out.box("mdat", new byte[9]));

        assertThat(MediaProbe.measure(file).state()).isEqualTo(MediaState.CORRUPT);
    }

    @Test
    void survivesBoxesNestedWithoutEnd() {
        byte[] box = new byte[0];
        for (int i = 0; i < 5000; i++) {
            box = new Out().u32(8L * (i + 1)).latin1("moov").raw(box).done();
        }
        byte[] file = Out.join(Out.box("ftyp", new Out().latin1("isom").u32(0).done()), box);

        assertThat(MediaProbe.measure(file).state()).isEqualTo(MediaState.CORRUPT);
    }

    @Test
    void measuresWebm() {
        MediaFacts facts = MediaProbe.measure(
                new Webm().size(640, 360).seconds(4.4, 25).withSound().bytes());

        assertThat(facts.format()).isEqualTo(MediaFormat.WEBM);
        assertThat(facts.state()).isEqualTo(MediaState.READABLE);
        assertThat(facts.measures().size()).contains(new Size(640, 360));
        assertThat(facts.measures().duration()).contains(Duration.ofMillis(4400));
        assertThat(facts.measures().frameRate()).contains(new FrameRate(25_000));
        assertThat(facts.measures().videoCodec()).contains(VideoCodec.VP9);
        assertThat(facts.measures().audioCodec()).contains(AudioCodec.OPUS);
    }

    @Test
    void addsUpTheBlocksOfARecordingThatNeverLearnedItsLength() {
        MediaFacts facts = MediaProbe.measure(new Webm().seconds(4, 25).live().bytes());

        assertThat(facts.state()).isEqualTo(MediaState.READABLE);
        assertThat(facts.measures().duration()).contains(Duration.ofSeconds(4));
        assertThat(facts.measures().frameRate()).contains(new FrameRate(25_000));
    }

    @Test
    void tellsMatroskaFromWebm() {
        assertThat(MediaProbe.measure(new Webm().docType("matroska").bytes()).format())
                .isEqualTo(MediaFormat.MKV);
    }

    @Test
    void noticesAWebmThatIsCut() {
        byte[] file = Fixtures.webm(640, 360, 4, 25);

        assertThat(MediaProbe.measure(Arrays.copyOf(file, file.length - 30)).state())
                .isEqualTo(MediaState.TRUNCATED);
    }
}
