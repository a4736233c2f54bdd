package dev.venicesim.billing.reads;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.venicesim.billing.LedgerEntry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One of the two charts of the analytics.
 *
 * @param group what a line of the chart stands for
 * @param names what such a line is called
 */
record UsageChart(Function<LedgerEntry, String> group, UnaryOperator<String> names) {

    private static final int LINES = 8;

    /** Entries by UTC day, newest first. */
    static SortedMap<LocalDate, List<LedgerEntry>> days(List<LedgerEntry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.at().atOffset(ZoneOffset.UTC).toLocalDate(),
                        () -> new TreeMap<>(Collections.reverseOrder()),
                        Collectors.toList()));
    }

    List<Map.Entry<String, UsageTotals>> groups(List<LedgerEntry> entries) {
        return UsageTotals.by(group, entries);
    }

    String name(Map.Entry<String, UsageTotals> line) {
        return names.apply(line.getKey());
    }

    /** The names of the groups that spent most. */
    void top(ArrayNode names, List<LedgerEntry> entries) {
        groups(entries).stream().limit(LINES).map(this::name).forEach(names::add);
    }

    /** What those groups spent, in dollars and DIEM together, a row for each day. */
    void daily(ArrayNode rows, List<LedgerEntry> entries) {
        var lines = groups(entries).stream().limit(LINES).map(Map.Entry::getKey).toList();
        days(entries).forEach((date, ofDay) -> {
            var midnight = date.atStartOfDay().toInstant(ZoneOffset.UTC);
            var row = rows.addObject().put("date", midnight.toEpochMilli());
            groups(ofDay).stream()
                    .filter(line -> lines.contains(line.getKey()))
                    .forEach(line -> row.put(name(line), line.getValue().spend().number()));
        });
    }
}
