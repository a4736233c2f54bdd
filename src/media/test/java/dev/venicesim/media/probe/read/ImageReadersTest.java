package dev.venicesim.media.probe.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.venicesim.media.probe.MediaProbe;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.facts.MediaFormat;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.media.probe.fixtures.Fixtures;
import dev.venicesim.media.probe.fixtures.Out;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageReadersTest {

    static Stream<Arguments> images() {
        return Stream.of(
                arguments(MediaFormat.PNG, Fixtures.png(641, 359)),
                arguments(MediaFormat.JPEG, Fixtures.jpeg(641, 359)),
                arguments(MediaFormat.GIF, Fixtures.gif(641, 359)),
                arguments(MediaFormat.BMP, Fixtures.bmp(641, 359)),
                arguments(MediaFormat.TIFF, Fixtures.tiff(641, 359)),
                arguments(MediaFormat.WEBP, Fixtures.webp(641, 359)),
                arguments(MediaFormat.WEBP, Fixtures.webpLossy(641, 359)),
                arguments(MediaFormat.WEBP, Fixtures.webpLossless(641, 359)),
                arguments(MediaFormat.HEIC, Fixtures.heic(641, 359)));
    }

    @ParameterizedTest
    @MethodSource("images")
    void measuresEveryFormat(MediaFormat format, byte[] image) {
        MediaFacts facts = MediaProbe.measure(image);

        assertThat(facts.format()).isEqualTo(format);
        assertThat(facts.state()).isEqualTo(MediaState.READABLE);
        assertThat(facts.measures().size()).contains(new Size(641, 359));
    }

    @ParameterizedTest
    @MethodSource("images")
    void noticesAMissingEnd(MediaFormat format, byte[] image) {
        MediaFacts facts = MediaProbe.measure(Arrays.copyOf(image, image.length - 2));

        assertThat(facts.format()).isEqualTo(format);
        assertThat(facts.state()).isEqualTo(MediaState.TRUNCATED);
    }

    @Test
    void believesAHugeHeaderWithoutMakingRoomForIt() {
        assertThat(MediaProbe.measure(Fixtures.png(100_000, 100_000)).measures().size())
                .contains(new Size(100_000, 100_000));
        assertThat(MediaProbe.measure(Fixtures.tiff(100_000, 100_000))
                        .measures()
                        .size())
                .contains(new Size(100_000, 100_000));
    }

    @Test
    void readsATiffOfEitherByteOrderWithSizesOf16Bits() {
        Out big = new Out().latin1("MM\0*").u32(8).u16(4);
        big.u16(256).u16(3).u32(1).u16(641).u16(0);
        big.u16(257).u16(3).u32(1).u16(359).u16(0);
        big.u16(273).u16(3).u32(2).u16(62).u16(62);
        big.u16(279).u16(3).u32(2).u16(4).u16(8);
        byte[] image = big.u32(0).zeros(8).done();

        assertThat(MediaProbe.measure(image).measures().size()).contains(new Size(641, 359));
        assertThat(MediaProbe.measure(image).state()).isEqualTo(MediaState.READABLE);
        assertThat(MediaProbe.measure(Arrays.copyOf(image, image.length - 1)).state())
                .isEqualTo(MediaState.TRUNCATED);
    }

    @Test
    void saysThatATiffWhoseListOfStripsIsNotThereIsCut() {
        Out out = new Out().latin1("II*\0").u32le(8).u16le(3);
        out.u16le(256).u16le(4).u32le(1).u32le(641);
        out.u16le(257).u16le(4).u32le(1).u32le(359);
        out.u16le(273).u16le(4).u32le(1_000).u32le(50);

        assertThat(MediaProbe.measure(out.u32le(0).zeros(100).done()).state()).isEqualTo(MediaState.TRUNCATED);
    }

    @Test
    void takesATiffWithoutASizeForBroken() {
        byte[] image = Fixtures.tiff(0, 359);

        assertThat(MediaProbe.measure(image).state()).isEqualTo(MediaState.CORRUPT);
    }

    @Test
    void readsABmpThatIsStoredTopDownAndOneOfTheFirstVersion() {
        byte[] topDown = Fixtures.bmp(641, -359);
        Out first = new Out().latin1("BM").u32le(38).u32le(0).u32le(26);
        byte[] small =
                first.u32le(12).u16le(2).u16le(3).u16le(1).u16le(24).zeros(24).done();

        assertThat(MediaProbe.measure(topDown).measures().size()).contains(new Size(641, 359));
        assertThat(MediaProbe.measure(small).measures().size()).contains(new Size(2, 3));
        assertThat(MediaProbe.measure(small).state()).isEqualTo(MediaState.READABLE);
    }

    @Test
    void noticesAFlippedBitInAPng() {
        byte[] image = Fixtures.png(640, 480);
        image[50] ^= 1;

        assertThat(MediaProbe.measure(image).state()).isEqualTo(MediaState.CORRUPT);
    }

    @Test
    void turnsAnImageThatItsPropertiesTurn() {
        assertThat(MediaProbe.measure(Fixtures.turnedHeic(4032, 3024))
                        .measures()
                        .size())
                .contains(new Size(3024, 4032));
    }

    @Test
    void deliversOnlyMarkedTexts() {
        byte[] png = Fixtures.png(640, 480, "made by hand", "venice-sim:face=2", "venice-sim:minor");

        assertThat(MediaProbe.measure(png).texts()).containsExactly("venice-sim:face=2", "venice-sim:minor");
        assertThat(MediaProbe.measure(Fixtures.jpeg(640, 480, "venice-sim:face", "x"))
                        .texts())
                .containsExactly("venice-sim:face");
    }

    @Test
    void readsInternationalTextOfAPng() {
        byte[] text = new Out().latin1("Comment\0\0\0en\0\0venice-sim:face").done();
        byte[] image = Fixtures.png(640, 480);
        byte[] marked = Out.join(
                Arrays.copyOf(image, 33), Fixtures.pngChunk("iTXt", text), Arrays.copyOfRange(image, 33, image.length));

        assertThat(MediaProbe.measure(marked).texts()).containsExactly("venice-sim:face");
    }

    @Test
    void keepsAFewShortTextsOfMany() {
        String[] many = new String[100];
        Arrays.fill(many, "venice-sim:face");
        many[0] = "venice-sim:" + "x".repeat(10_000);

        assertThat(MediaProbe.measure(Fixtures.png(640, 480, many)).texts())
                .hasSize(MediaFacts.MAX_TEXTS)
                .containsOnly("venice-sim:face");
        assertThat(MediaProbe.measure(Fixtures.jpeg(640, 480, many)).texts()).hasSize(MediaFacts.MAX_TEXTS);
    }
}
