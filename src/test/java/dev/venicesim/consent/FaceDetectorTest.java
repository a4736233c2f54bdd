package dev.venicesim.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.catalog.Edition;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceDetectorTest {

    private static Medium medium(Set<FaceLabel> labels, String... texts) {
        return new Medium(
                MediaId.ofUrl("https://x/a"), MediaRole.IMAGE, labels, List.of(texts), 0, 0, MediaBytes.UNKNOWN);
    }

    @Test
    void believesLabelsAndMarkersTogether() {
        var faces = FaceDetector.installed().detect(medium(Set.of(FaceLabel.MINOR), "Comment: venice-sim:face=3"));

        assertThat(faces).isEqualTo(new Faces(3, true, false));
    }

    @Test
    void findsNobodyWithoutEither() {
        assertThat(FaceDetector.installed().detect(medium(Set.of(), "Made by hand")))
                .isEqualTo(Faces.NONE);
    }

    @Test
    void addsWhatAnotherDetectorFinds() {
        var both = new LabelledFaces().and(medium -> new Faces(2, false, true));

        assertThat(both.detect(medium(Set.of(FaceLabel.MINOR)))).isEqualTo(new Faces(2, true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "venice-sim:face, 1, false, false",
        "venice-sim:face=2, 2, false, false",
        "Comment: VENICE-SIM:FACE=2; x, 2, false, false",
        "venice-sim:minor, 1, true, false",
        "venice-sim:public_figure=4, 4, false, true",
        "venice-sim:minor venice-sim:public_figure, 1, true, true",
        "venice-sim:face=0, 0, false, false",
        "venice-sim:minor=0, 0, false, false"
    })
    void readsMarkers(String text, int count, boolean minor, boolean publicFigure) {
        assertThat(FaceMarkers.read(List.of(text))).isEqualTo(new Faces(count, minor, publicFigure));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "face",
                "venice-sim:",
                "venice-sim:faces",
                "venice-sim:face2",
                "venice-sim:face=",
                "venice-sim:face=x",
                "venice-sim:face=1000",
                "venice-sim:face=-1",
                "xvenice-sim:face",
                "venice-sim: face"
            })
    void ignoresWhatIsNoMarker(String text) {
        assertThat(FaceMarkers.read(List.of(text))).isEqualTo(Faces.NONE);
    }

    @Test
    void readsNoMoreOfMetadataThanItSays() {
        assertThat(FaceMarkers.read(List.of("x".repeat(4096) + " venice-sim:face"))
                        .found())
                .isFalse();
        assertThat(FaceMarkers.read(List.of("x".repeat(4000) + " venice-sim:face"))
                        .found())
                .isTrue();
        assertThat(FaceMarkers.read(Collections.nCopies(1_000_000, ""))).isEqualTo(Faces.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/face.png, FACE",
        "https://example.com/a/my-face-2.png?x=1, FACE",
        "https://example.com/PERSON_1.jpg, FACE",
        "https://example.com/Minor/a.jpg, MINOR",
        "https://example.com/celebrity9.jpg#top, PUBLIC_FIGURE",
        "https://example.com/a%2Fface.png, FACE",
        "http://example.com:8080/face, FACE"
    })
    void readsWordsInThePathOfAUrl(String url, FaceLabel label) {
        assertThat(MagicNames.labels(url)).containsExactly(label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://face.example.com/a.png",
                "https://example.com?face",
                "https://example.com",
                "https://example.com/a#/face",
                "https://example.com/surface.png",
                "https://example.com/faces.png",
                "https://example.com/a.png?name=face",
                "https://example.com/facé.png",
                "",
                "https://example.com/%"
            })
    void readsNoOtherWords(String url) {
        assertThat(MagicNames.labels(url)).isEmpty();
    }

    @Test
    void knowsLabelsByTheirNames() {
        assertThat(FaceLabel.find("public_figure")).contains(FaceLabel.PUBLIC_FIGURE);
        assertThat(FaceLabel.find("PUBLIC_FIGURE")).isEmpty();
        assertThatThrownBy(() -> new Faces(0, true, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "E2026_06_17, seedance-2-0-image-to-video, ASKS",
        "E2026_06_17, seedance-2-0-reference-to-video, ASKS",
        "E2026_06_17, seedance-2-0-fast-image-to-video, ASKS",
        "E2026_06_17, seedance-2-0-fast-reference-to-video, ASKS",
        "E2026_06_17, seedance-2-0-text-to-video, IGNORES",
        "E2026_06_17, seedance-1-5-pro-image-to-video, IGNORES",
        "E2026_06_17, seedance-2-0-image-to-video-basic, IGNORES",
        "E2026_08_21, seedance-2-0-image-to-video, ASKS",
        "E2026_08_21, seedance-2-0-image-to-video-basic, PROVIDER_REFUSES",
        "E2026_08_21, seedance-2-5-reference-to-video-basic, PROVIDER_REFUSES",
        "E2026_08_21, wan-2-7-text-to-video, IGNORES"
    })
    void knowsWhichModelsAsk(Edition edition, String model, FaceRule rule) {
        assertThat(FaceRule.of(edition, model)).isEqualTo(rule);
    }
}
