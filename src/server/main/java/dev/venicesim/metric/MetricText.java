package dev.venicesim.metric;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Text of metrics as Prometheus reads it, version 0.0.4: each name once, with its help and its type before its values.
 */
public final class MetricText {

    /** Its media type. */
    public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String PREFIX = "venice_sim_";

    private final StringBuilder text = new StringBuilder();

    /** Family of values under one name. */
    public final class Family {

        private final String name;

        private Family(String name) {
            this.name = name;
        }

        /** One value; a label whose value has to be told apart is in the map. */
        public Family value(Map<String, String> labels, BigDecimal value) {
            line(name, labels, value);
            return this;
        }

        public Family value(Map<String, String> labels, long value) {
            return value(labels, BigDecimal.valueOf(value));
        }

        /** The buckets, the sum and the count of a histogram, whose name ends in {@code _seconds}. */
        public Family histogram(Map<String, String> labels, DurationHistogram.Reading reading) {
            for (var bucket : reading.buckets()) {
                var bound = bucket.boundMicros() == Long.MAX_VALUE ? "+Inf" : seconds(bucket.boundMicros());
                line(name + "_bucket", with(labels, "le", bound), BigDecimal.valueOf(bucket.count()));
            }
            line(name + "_sum", labels, new BigDecimal(seconds(reading.sumMicros())));
            line(name + "_count", labels, BigDecimal.valueOf(reading.count()));
            return this;
        }
    }

    /** Something that only grows; its name ends in {@code _total}. */
    public Family counter(String name, String help) {
        return family(name, "counter", help);
    }

    /** Something that goes up and down. */
    public Family gauge(String name, String help) {
        return family(name, "gauge", help);
    }

    public Family histogram(String name, String help) {
        return family(name, "histogram", help);
    }

    private Family family(String name, String type, String help) {
        text.append("# HELP ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
        text.append("# TYPE ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(type)
                .append('\n');
        return new Family(name);
    }

    private void line(String name, Map<String, String> labels, BigDecimal value) {
        text.append(PREFIX).append(name);
        var separator = '{';
        for (var label : labels.entrySet()) {
            text.append(separator).append(label.getKey()).append("=\"");
            text.append(escaped(label.getValue())).append('"');
            separator = ',';
        }
        text.append(labels.isEmpty() ? " " : "} ").append(value.toPlainString()).append('\n');
    }

    private static Map<String, String> with(Map<String, String> labels, String name, String value) {
        var all = new LinkedHashMap<>(labels);
        all.put(name, value);
        return all;
    }

    private static String seconds(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
