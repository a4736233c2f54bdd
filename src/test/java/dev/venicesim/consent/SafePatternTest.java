package dev.venicesim.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafePatternTest {

    @ParameterizedTest
    @CsvSource({
        "drag(on|ster)s?, a dragster, true",
        "drag(on|ster)s?$, dragonflies, false",
        "(?i)straße, STRAßE, true",
        "straße, STRASSE, false",
        "\\bcat\\b, a cat!, true",
        "\\bcat\\b, concat, false",
        "\\Bcat, concat, true",
        "^a.c$, abc, true",
        "^a.c$, abcd, false",
        "'^[^a-c\\d]{2,3}$', xyz, true",
        "'^[^a-c\\d]{2,3}$', xbz, false",
        "'^[^a-c\\d]{2,3}$', wxyz, false",
        "'^(ab){2,}$', ababab, true",
        "'^(ab){2,}$', ab, false",
        "'^x{2}$', xx, true",
        "[]-]+, a-b, true",
        "\\$\\d+\\.\\d\\d, only $9.99, true",
        "'', anything, true",
        "a|, b, true",
        "(?:a*)*b, aab, true",
        "[😀-😂], 😁, true",
        "^.$, 😁, true"
    })
    void findsWhatItSays(String regex, String text, boolean found) {
        assertThat(SafePattern.of(regex).find(text)).isEqualTo(found);
    }

    @Property(tries = 2000)
    void agreesWithTheJdkWhereBothUnderstand(
            @ForAll @StringLength(max = 10) @Chars({'a', 'b', '(', ')', '|', '*', '+', '?', '.', '^', '$', '['})
                    String regex,
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'c') String text) {
        SafePattern ours;
        try {
            ours = SafePattern.of(regex);
        } catch (IllegalArgumentException e) {
            return;
        }

        assertThat(ours.find(text))
                .as("/%s/ in %s", regex, text)
                .isEqualTo(Pattern.compile(regex).matcher(text).find());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(a|aa)+$",
                "(.*a){20}$",
                "(a?)*b",
                "(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)b",
                "(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)c"
            })
    void endsWhateverTheRegex(String regex) {
        var pattern = SafePattern.of(regex);
        var text = "a".repeat(19_999) + "!";

        var found = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> pattern.find(text));

        assertThat(found).isFalse();
    }

    @Test
    void readsTwentyThousandCharactersAndNoMore() {
        var pattern = SafePattern.of("z");

        assertThat(pattern.find("a".repeat(19_999) + "z")).isTrue();
        assertThat(pattern.find("a".repeat(20_000) + "z")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "(a, unclosed ( at 2",
        "a), unopened ) at 1",
        "[a, unclosed [ at 2",
        "*, a quantifier with nothing before it at 1",
        "a**, a second quantifier at 2",
        "a{x}, 'a count that is not {n}, {n,} or {n,m} at 2'",
        "'a{3,2}', 'a count that is not {n}, {n,} or {n,m} at 6'",
        "(?=a), only (?:...) and a leading (?i) are understood at 2",
        "(a)\\1, unknown escape at 5",
        "a\\, nothing after \\ at 2",
        "[b-a], a range that is not from a smaller to a larger character at 4"
    })
    void saysWhatItCannotRead(String regex, String message) {
        assertThatThrownBy(() -> SafePattern.of(regex))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("regex \"" + regex + "\" cannot be read: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a{100}){100}", "(((){1000}){1000}){1000}", "a{1001}", "(?:){9999}"})
    void refusesRegexesThatAreTooLarge(String regex) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> SafePattern.of(regex))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("at most 1000"));
    }

    @Test
    void refusesLongAndDeepRegexes() {
        assertThat(SafePattern.of("a".repeat(500))).hasToString("a".repeat(500));
        assertThatThrownBy(() -> SafePattern.of("a".repeat(501)))
                .hasMessage("a regex has at most 500 characters, this one has 501");
        assertThatThrownBy(() -> SafePattern.of("(".repeat(60) + ")".repeat(60)))
                .hasMessageContaining("deeper than 50");
    }
}
