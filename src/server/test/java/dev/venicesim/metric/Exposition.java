package dev.venicesim.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Metrics as a scrape reads them. To read a text that Prometheus, or {@code promtool check metrics}, would not take is
 * an {@link AssertionError}.
 */
public final class Exposition {

    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (-?[0-9]+(?:\\.[0-9]+)?)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\[\\\\\"n])*)\"(,|$)");
    private static final Set<String> TYPES = Set.of("counter", "gauge", "histogram");
    private static final Pattern NO_BASE_UNIT = Pattern.compile(
            ".*_(ms|millis|milliseconds|micros|microseconds|minutes|kb|mb|kilobytes|megabytes|cents)(_.*)?");

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, BigDecimal> samples = new LinkedHashMap<>();

    private Exposition() {}

    /** Reads a scrape. */
    public static Exposition read(String text) {
        assertThat(text).endsWith("\n").doesNotContain("\r");
        var exposition = new Exposition();
        var family = "";
        var helped = "";
        for (var line : text.lines().toList()) {
            var words = line.split(" ", 4);
            if (line.startsWith("# HELP ")) {
                helped = words[2];
                assertThat(words).as("help of %s", helped).hasSize(4);
                assertThat(exposition.types).as("each name once").doesNotContainKey(helped);
            } else if (line.startsWith("# TYPE ")) {
                family = words[2];
                assertThat(family).as("TYPE after its HELP").isEqualTo(helped);
                exposition.open(family, words[3]);
            } else {
                exposition.sample(family, line);
            }
        }
        exposition.types.forEach(exposition::checkHistogram);
        return exposition;
    }

    private void open(String family, String type) {
        assertThat(type).as(family).isIn(TYPES);
        assertThat(family.endsWith("_total"))
                .as("_total of %s, a %s", family, type)
                .isEqualTo(type.equals("counter"));
        assertThat(family).matches("[a-z][a-z0-9_]*").doesNotMatch(NO_BASE_UNIT);
        assertThat(family).as("no type in a name").doesNotContain("counter", "gauge", "histogram");
        types.put(family, type);
    }

    private void sample(String family, String line) {
        var sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        var name = sample.group(1);
        var labels = labels(Optional.ofNullable(sample.group(2)).orElse(""));
        var ends = "histogram".equals(types.get(family)) ? List.of("_bucket", "_sum", "_count") : List.of("");
        assertThat(ends.stream().map(family::concat))
                .as("samples of %s stand under it", name)
                .contains(name);
        assertThat(labels.containsKey("le")).as(line).isEqualTo(name.endsWith("_bucket"));
        var value = new BigDecimal(sample.group(3));
        if (!"gauge".equals(types.get(family))) {
            assertThat(value).as(line).isNotNegative();
        }
        assertThat(samples.put(name + labels, value)).as("twice: %s", line).isNull();
    }

    private static Map<String, String> labels(String text) {
        var labels = new LinkedHashMap<String, String>();
        var label = LABEL.matcher(text);
        var end = 0;
        while (end < text.length() && label.find() && label.start() == end) {
            assertThat(labels.put(label.group(1), label.group(2))).as(text).isNull();
            end = label.end();
        }
        assertThat(end).as("labels %s", text).isEqualTo(text.length());
        return labels;
    }

    /** Buckets grow, the last is that of everything, and the count is the same. */
    private void checkHistogram(String family, String type) {
        if (!type.equals("histogram")) {
            return;
        }
        var series = new TreeMap<String, List<BigDecimal>>();
        var last = new HashSet<String>();
        samples.forEach((key, value) -> {
            if (key.startsWith(family + "_bucket{")) {
                var other = key.substring((family + "_bucket").length()).replaceAll("(, )?le=[^,}]+", "");
                series.computeIfAbsent(other, any -> new ArrayList<>()).add(value);
                if (key.contains("le=+Inf")) {
                    last.add(other);
                }
            }
        });
        assertThat(last).as(family).isEqualTo(series.keySet());
        series.forEach((labels, buckets) -> {
            assertThat(buckets).as(family + labels).isSorted();
            assertThat(samples.get(family + "_count" + labels)).isEqualTo(buckets.get(buckets.size() - 1));
            assertThat(samples).containsKey(family + "_sum" + labels);
        });
    }

    /** The names under which values stand. */
    public Set<String> families() {
        return types.keySet();
    }

    /** The names there are, with what a histogram makes of its own. */
    public Set<String> names() {
        var names = new HashSet<String>();
        types.forEach((family, type) -> {
            if (type.equals("histogram")) {
                List.of("_bucket", "_sum", "_count").forEach(end -> names.add(family + end));
            } else {
                names.add(family);
            }
        });
        return names;
    }

    /** A value by name and labels, such as {@code venice_sim_jobs_total{outcome=completes}}. */
    public BigDecimal value(String series) {
        var name = series.contains("{") ? series : series + "{}";
        var value = samples.get(name);
        if (value == null) {
            throw new AssertionError(series + " is not among " + samples.keySet());
        }
        return value;
    }

    /** The sum of all values of a name. */
    public BigDecimal sum(String name) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(name + "{"))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
