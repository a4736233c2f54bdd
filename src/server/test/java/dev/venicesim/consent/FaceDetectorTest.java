package dev.venicesim.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceDetectorTest {

    private static ConsentMedium medium(Set<FaceLabel> labels, String... texts) {
        return new ConsentMedium(
                MediaId.of("https://x/a"), FaceMediaRole.IMAGE, labels, List.of(texts), 0, 0, MediaBytes.UNKNOWN);
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

    @Test
    void knowsLabelsByTheirNames() {
        assertThat(FaceLabel.find("public_figure")).contains(FaceLabel.PUBLIC_FIGURE);
        assertThat(FaceLabel.find("PUBLIC_FIGURE")).isEmpty();
        assertThatThrownBy(() -> new Faces(0, true, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
