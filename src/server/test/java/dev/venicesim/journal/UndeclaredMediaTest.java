package dev.venicesim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Media without the head of a data URL are found wherever they stand, and words are not taken for them. */
class UndeclaredMediaTest {

    private static final String SHORTEST_PICTURE = "iVBORw0KGgoAAAANSUhEUgAA";

    static IntStream places() {
        return IntStream.range(0, 2 * SHORTEST_PICTURE.length() + 2);
    }

    @ParameterizedTest
    @MethodSource("places")
    void theShortestMediumIsMaskedAtEveryPlace(int place) {
        var text = ". ".repeat(place).substring(0, place) + SHORTEST_PICTURE;
        assertThat(UndeclaredMedia.masked(text)).doesNotContain("iVBOR");
        assertThat(UndeclaredMedia.masked(text + " it was"))
                .doesNotContain("iVBOR")
                .endsWith(" it was");
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatIsShorterIsAWord(int place) {
        var text = ". ".repeat(place).substring(0, place) + SHORTEST_PICTURE.substring(1) + " it was";
        assertThat(UndeclaredMedia.masked(text)).isEqualTo(text);
    }
}
