package dev.venicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptPatternTest {

    @Test
    void isFoundAnywhereInThePrompt() {
        assertThat(PromptPattern.regex("light ?house").foundIn("an old lighthouse at dusk"))
                .isTrue();
        assertThat(PromptPattern.regex("^light").foundIn("an old lighthouse")).isFalse();
        assertThat(PromptPattern.regex("(?i)LIGHT").foundIn("a light")).isTrue();
    }

    @Test
    void findsWordsWholeWhateverTheirCase() {
        var words = PromptPattern.words(List.of("war", "off limits", "kırık"));
        assertThat(words.foundIn("War!")).isTrue();
        assertThat(words.foundIn("that is OFF LIMITS here")).isTrue();
        assertThat(words.foundIn("kırık bir cam")).isTrue();
        assertThat(words.foundIn("a warm afternoon, warlike")).isFalse();
    }

    @Test
    void takesWordsLiterally() {
        assertThat(PromptPattern.words(List.of(".*")).foundIn("anything")).isFalse();
        assertThat(PromptPattern.words(List.of("\\Eabc")).foundIn("abc")).isFalse();
    }

    @Test
    void looksAtNoMoreThanAModelTakes() {
        assertThat(PromptPattern.regex("end").foundIn(" ".repeat(PromptPattern.MAX_PROMPT) + "end"))
                .isFalse();
        assertThat(PromptPattern.regex("end").foundIn(" ".repeat(PromptPattern.MAX_PROMPT - 3) + "end"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(a|a)*b",
                "(.*)(.*)(.*)(.*)(.*)x",
                "^(.?){40}x$",
                "(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)x",
                "([a-z]+)*[A-Z]"
            })
    void doesNotHangOnHostilePatterns(String regex) {
        // a search that backtracks does not end before the suite's limit for tests that hang, on any machine
        assertThat(PromptPattern.regex(regex).foundIn("a".repeat(19_999) + "!")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", "a{2,1}", "(a{100}){100}", "((a{20}){20}){20}", "(?=a)b", "\\1", "[z-a]"})
    void refusesWhatIsMalformedOrTooLarge(String regex) {
        assertThatThrownBy(() -> PromptPattern.regex(regex)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void looksAtLessOfAPromptTheLargerThePattern() {
        assertThat(PromptPattern.regex("(?:x{70}|end)").foundIn(" ".repeat(4_000) + "end"))
                .isTrue();
        assertThat(PromptPattern.regex("(?:x{70}|end)").foundIn(" ".repeat(19_000) + "end"))
                .isFalse();
    }

    @Test
    void refusesMoreWordsThanItCanLookFor() {
        assertThatThrownBy(() -> PromptPattern.words(java.util.Collections.nCopies(11, "a".repeat(100))))
                .hasMessage("words have at most 1000 characters together");
    }

    @Property(tries = 1000)
    void compilesOrRefusesAnyPattern(
            @ForAll
                    @StringLength(max = 40)
                    @Chars({'(', ')', '[', ']', '{', '}', '\\', '*', '+', '?', '|', '^', '$', ',', '9', ':'})
                    @CharRange(from = 'a', to = 'd')
                    String regex) {
        try {
            assertThat(PromptPattern.regex(regex)).hasToString(regex);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("(?s).{10,}");
        }
    }
}
