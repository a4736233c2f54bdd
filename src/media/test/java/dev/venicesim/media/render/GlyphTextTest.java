package dev.venicesim.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlyphTextTest {

    @Test
    void reducesTextToTheFontsGlyphs() {
        assertThat(GlyphText.drawable("  Caf\u00e9 \u2014 \u201cok\u201d\n\t\u2026 "))
                .isEqualTo("Cafe - \"ok\" ...");
    }

    @Test
    void drawsABoxForWhatTheFontDoesNotHold() {
        assertThat(GlyphText.drawable("a\uD83D\uDE00b\uD83D")).isEqualTo("a\u007fb\u007f");
    }

    @Test
    void neverCutsACharacterInHalf() {
        assertThat(GlyphText.excerpt("ab\uD83D\uDE00", 3)).isEqualTo("ab");
        assertThat(GlyphText.excerpt("ab\uD83D\uDE00", 4)).isEqualTo("ab\uD83D\uDE00");
    }

    @Test
    void wrapsAtWordsAndSplitsThoseThatAreTooLong() {
        assertThat(GlyphText.wrap("one two incomprehensible", 8, 9)).containsExactly("one two", "incompre", "hensible");
    }

    @Test
    void endsInDotsWhereLinesRunOut() {
        assertThat(GlyphText.wrap("one two three four five", 8, 2)).containsExactly("one two", "three...");
        assertThat(GlyphText.wrap("anything", 8, 0)).isEmpty();
    }
}
