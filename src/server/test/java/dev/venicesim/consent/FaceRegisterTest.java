package dev.venicesim.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaceRegisterTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    private static ConsentMedium medium(String identity, FaceLabel... magic) {
        return new ConsentMedium(
                MediaId.of(identity), FaceMediaRole.IMAGE, Set.of(magic), List.of(), 0, 0, MediaBytes.UNKNOWN);
    }

    @Test
    void knowsMediaByUrlAndByHashInEitherSpelling() {
        var register = FaceRegister.parse(Map.of(
                "https://x/a",
                List.of("face"),
                HASH.toUpperCase(java.util.Locale.ROOT),
                List.of("minor", "public_figure")));
        var detector = register.over(new LabelledFaces());

        assertThat(detector.detect(medium("https://x/a"))).isEqualTo(new Faces(1, false, false));
        assertThat(detector.detect(medium("sha256:" + HASH))).isEqualTo(new Faces(1, true, true));
        assertThat(detector.detect(medium("https://x/b"))).isEqualTo(Faces.NONE);
    }

    @Test
    void outweighsWhatADetectorSays() {
        var register = FaceRegister.parse(Map.of("https://x/face", List.of()));
        var detector = register.over(new LabelledFaces());

        assertThat(detector.detect(medium("https://x/face", FaceLabel.FACE))).isEqualTo(Faces.NONE);
        assertThat(detector.detect(medium("https://x/face2", FaceLabel.FACE)).found())
                .isTrue();
    }

    @Test
    void takesTheLaterWordAboutAMediumAndKeepsTheRest() {
        var first = FaceRegister.parse(Map.of("https://x/a", List.of("face"), "https://x/b", List.of("face")));
        var both = first.with(FaceRegister.parse(Map.of("https://x/a", List.of("public_figure", "face"))));

        assertThat(both.json().get("https://x/a").toString()).isEqualTo("[\"face\",\"public_figure\"]");
        assertThat(both.json().get("https://x/b").toString()).isEqualTo("[\"face\"]");
        assertThat(first.json().get("https://x/a").toString()).isEqualTo("[\"face\"]");
    }

    @Test
    void namesWhatItCannotRead() {
        assertThatThrownBy(() -> FaceRegister.parse(Map.of("https://x/a", List.of("dog"))))
                .hasMessage("a label is face, minor, public_figure, not \"dog\"");
        assertThatThrownBy(() -> FaceRegister.parse(Map.of("sha256:12", List.of("face"))))
                .hasMessageContaining("64 hexadecimal digits");
    }

    @Test
    void rememberedLongUrlsCanBeNamedByUrlOrByWhatTheyAreListedAs() {
        var url = "https://x/" + "a".repeat(MediaId.MAX_URL_CHARS);

        assertThat(MediaId.parse(url)).isEqualTo(MediaId.of(url));
        assertThat(MediaId.parse(MediaId.of(url).text())).isEqualTo(MediaId.of(url));
    }
}
