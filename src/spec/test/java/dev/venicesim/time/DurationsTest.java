package dev.venicesim.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "40s,PT40S",
        "3m,PT3M",
        "500ms,PT0.5S",
        "24h,PT24H",
        "2d,PT48H",
        "PT3M,PT3M",
        "PT0.25S,PT0.25S",
        "0s,PT0S",
        "3M,PT3M"
    })
    void readsShortAndIsoForms(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
        assertThat(Durations.parse(Durations.format(expected))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "5", "-5s", "PT-1S", "5 s", "1y", "999999999999999d", "5s5"})
    void refusesAnythingElseInWords(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("duration");
    }
}
