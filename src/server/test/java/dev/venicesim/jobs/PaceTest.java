package dev.venicesim.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"realistic", "5s", "90m", "500ms", "polls:0", "polls:3"})
    void readsWhatItWrites(String text) {
        assertThat(Pace.parse(text).text()).isEqualTo(text);
    }

    @Test
    void takesTwoPollsWhereNoNumberIsSaid() {
        assertThat(Pace.parse("polls")).isEqualTo(new Pace.Polls(2));
        assertThat(Pace.parse("PT3M")).isEqualTo(new Pace.Timed(Duration.ofMinutes(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "polls:", "polls:-1", "polls:1.5", "-5s", "Realistic", "polls:12345678"})
    void saysWhatAJobTimeIs(String text) {
        assertThatThrownBy(() -> Pace.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a job time is realistic, a duration such as 5s, or polls:N; not \"" + text + "\"");
    }
}
