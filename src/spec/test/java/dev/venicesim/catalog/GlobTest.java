package dev.venicesim.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "seedance-*, seedance-2-0-text-to-video, true",
        "seedance-*, wan-seedance-2-0, false",
        "*-to-video, wan-2.6-text-to-video, true",
        "wan-2.6-text-to-video, wan-2.6-text-to-video, true",
        "wan-2.6-text-to-video, wan-2x6-text-to-video, false",
        "wan-?-7-*, wan-2-7-text, true",
        "*, '', true",
        "a*b*c, a-b-b-c, true",
        "a*b*c, a-b-b, false",
        "Wan*, wan-2, false",
        "wan-2.6, wan-2.6-text, false",
        "a*a, a, false",
        "a*b*c, a-c-b, false",
        "a*bc*c, abc, false",
        "*-fast-*, ltx-fast-t2v, true",
        "*-fast-*, fast-t2v, false",
    })
    void matchesModelIds(String pattern, String id, boolean matches) {
        assertThat(new Glob(pattern).matches(id)).isEqualTo(matches);
    }

    @Property
    void agreesWithTheRegularExpressionItStandsFor(
            @ForAll @StringLength(min = 1, max = 8) @Chars({'*', '?'}) @CharRange(from = 'a', to = 'b') String pattern,
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') String id) {
        var regex = pattern.replace("?", ".").replace("*", ".*");
        assertThat(new Glob(pattern).matches(id)).isEqualTo(id.matches(regex));
    }

    @Test
    void looksAtNoIdThatIsTooLongToBeOne() {
        assertThat(new Glob("a*").matches("a".repeat(300))).isFalse();
        assertThat(Glob.ANY.matches("a".repeat(300))).isTrue();
        assertThatThrownBy(() -> new Glob("")).isInstanceOf(IllegalArgumentException.class);
    }
}
