package dev.venicesim.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of metrics in tests can fail, and what the server writes passes it. */
class ExpositionTest {

    private static final String HEAD = "# HELP a_total What.\n# TYPE a_total counter\n";
    private static final String BUCKETS = "# HELP h_seconds What.\n# TYPE h_seconds histogram\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a_total 1\n",
                HEAD + "b_total 1\n",
                HEAD + "a_total 1\na_total 2\n",
                HEAD + HEAD,
                HEAD + "a_total{x=\"1} 1\n",
                HEAD + "a_total -1\n",
                HEAD + "a_total NaNa\n",
                HEAD + "a_total 1",
                "# HELP a\n# TYPE a gauge\na 1\n",
                "# HELP a What.\n# TYPE a counter\na 1\n",
                "# HELP a_total What.\n# TYPE a_total gauge\na_total 1\n",
                "# HELP a_ms What.\n# TYPE a_ms gauge\na_ms 1\n",
                BUCKETS + "h_seconds 1\n",
                BUCKETS + "h_seconds_bucket{le=\"1\"} 1\nh_seconds_sum 1\nh_seconds_count 1\n",
                BUCKETS
                        + "h_seconds_bucket{le=\"1\"} 2\nh_seconds_bucket{le=\"+Inf\"} 1\nh_seconds_sum 1\nh_seconds_count 1\n",
                BUCKETS + "h_seconds_bucket{le=\"+Inf\"} 1\nh_seconds_sum 1\nh_seconds_count 2\n",
            })
    void whatPrometheusWouldNotTakeFails(String text) {
        assertThatThrownBy(() -> Exposition.read(text)).isInstanceOf(AssertionError.class);
    }

    @Test
    void whatTheServerWritesPasses() {
        var histogram = new DurationHistogram();
        histogram.observe(400);
        histogram.observe(1_000);
        histogram.observe(20_000_000);
        var text = new MetricText();
        text.counter("a_total", "What.").value(Map.of("said", "\"a\\b\nc\""), 3);
        text.histogram("h_seconds", "What.").histogram(Map.of("x", "y"), histogram.read());
        var read = Exposition.read(text.toString());
        assertThat(read.sum("venice_sim_a_total")).isEqualByComparingTo("3");
        assertThat(read.value("venice_sim_h_seconds_bucket{x=y, le=0.0005}")).isEqualByComparingTo("1");
        assertThat(read.value("venice_sim_h_seconds_bucket{x=y, le=0.001}")).isEqualByComparingTo("2");
        assertThat(read.value("venice_sim_h_seconds_bucket{x=y, le=10}")).isEqualByComparingTo("2");
        assertThat(read.value("venice_sim_h_seconds_bucket{x=y, le=+Inf}")).isEqualByComparingTo("3");
        assertThat(read.value("venice_sim_h_seconds_sum{x=y}")).isEqualByComparingTo("20.0014");
    }
}
