package dev.venicesim.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "wan-2.6-*, wan-2.6-text, true",
        "wan-2.6-*, wan-2x6-text, false",
        "wan-2.6,   wan-2.6-text, false",
        "*,         anything,     true",
        "a*a,       a,            false",
        "a*b*c,     a-b-c,        true",
        "a*b*c,     a-c-b,        false",
        "a*bc*c,    abc,          false",
        "*-fast-*,  ltx-fast-t2v, true",
        "*-fast-*,  fast-t2v,     false"
    })
    void letsAStarStandForAnyText(String pattern, String id, boolean matches) {
        assertThat(Glob.of(pattern).matches(id)).isEqualTo(matches);
    }
}
