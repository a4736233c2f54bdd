package dev.venicesim.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    @ParameterizedTest
    @CsvSource({
        "a=1, 1",
        "b=2&a=1&a=3, 1",
        "a, ''",
        "a=, ''",
        "&&a=1, 1",
        "b&a=1, 1",
        "b&a, ''",
        "a&b=2, ''",
        "%61=x%20y+z, x y z",
        "a=b=c, b=c"
    })
    void findsTheFirstValueOfAParameter(String query, String value) {
        assertThat(Paths.parameter(query, "a")).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "=", "b=a", "aa=1", "A=1", "=a"})
    void findsNothingWhereTheNameIsNot(String query) {
        assertThat(Paths.parameter(query, "a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "a&", "&=", "%", "%26&", "+"})
    void takesTimeLinearInTheQuery(String unit) {
        var query = unit.repeat(1_000_000);
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();

        assertThat(Paths.parameter(query, "page")).isEmpty();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void takesTimeLinearInThePath() {
        assertThat(Paths.segments("/".repeat(1_000_000))).hasSize(1_000_000);
    }
}
