package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.drift.Drift.Severity;
import dev.venicesim.contract.report.Markup;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one comparison found, as text, JSON, Markdown and HTML: grouped, what breaks clients first.
 *
 * @param changes what a reader is told, in this order
 */
record DriftFindings(List<DriftChange> changes) {

    static DriftFindings of(List<Drift> drifts) {
        return new DriftFindings(DriftChange.of(drifts));
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    long count(Severity severity) {
        return changes.stream().filter(change -> change.severity() == severity).count();
    }

    /** How many changes several comparisons found of each severity, by its name. */
    static Map<String, Long> counts(List<DriftFindings> findings) {
        var counts = new LinkedHashMap<String, Long>();
        for (var severity : Severity.values()) {
            counts.put(
                    severity.word(),
                    findings.stream().mapToLong(found -> found.count(severity)).sum());
        }
        return counts;
    }

    /** Every place in which something changed. */
    List<String> places() {
        return points().map(Drift::place).distinct().toList();
    }

    /** One line for each change. */
    List<String> lines() {
        return changes.stream()
                .map(change -> String.format(
                        Locale.ROOT, "%-8s  %s: %s", change.severity().word(), change.place(), change.says()))
                .toList();
    }

    /** Such as {@code 3 points: 1 breaking, 2 notable, 0 harmless}. */
    String counted() {
        return changes.size() + (changes.size() == 1 ? " point: " : " points: ") + count(Severity.BREAKING)
                + " breaking, " + count(Severity.NOTABLE) + " notable, " + count(Severity.HARMLESS) + " harmless";
    }

    void into(ObjectNode json) {
        var counts = json.putObject("counts");
        for (var severity : Severity.values()) {
            counts.put(
                    severity.word(),
                    points().filter(point -> point.severity() == severity).count());
        }
        var told = json.putArray("changes");
        changes.forEach(change -> {
            var one = told.addObject()
                    .put("severity", change.severity().word())
                    .put("felt", change.felt().word())
                    .put("subject", change.points().get(0).subject())
                    .put("says", change.says());
            change.places().forEach(one.putArray("places")::add);
        });
        var list = json.putArray("drifts");
        points().forEach(point -> list.addObject()
                .put("severity", point.severity().word())
                .put("place", point.place())
                .put("says", point.says()));
    }

    private Stream<Drift> points() {
        return changes.stream().flatMap(change -> change.points().stream());
    }

    String tiles() {
        return Markup.tiles(Arrays.stream(Severity.values())
                .map(severity -> new Markup.Tile(severity.word(), count(severity), severity.word()))
                .toList());
    }

    /** A table for each severity that has changes. */
    String tables() {
        var tables = new StringBuilder();
        for (var severity : Severity.values()) {
            if (count(severity) > 0) {
                tables.append("<h3 class=\"").append(severity.word()).append("\">");
                tables.append(heading(severity)).append("</h3>\n");
                tables.append("<table class=\"halves\"><thead><tr><th>Where</th><th>What</th></tr></thead><tbody>\n");
                changes.stream()
                        .filter(change -> change.severity() == severity)
                        .forEach(change -> tables.append("<tr><td><code>" + Markup.escaped(change.place())
                                + "</code></td><td>" + Markup.escaped(change.says()) + "</td></tr>\n"));
                tables.append("</tbody></table>\n");
            }
        }
        return tables.toString();
    }

    private static String heading(Severity severity) {
        return switch (severity) {
            case BREAKING -> "Breaking: clients written for what was fail, or miss what they were promised";
            case NOTABLE -> "Notable: a client may notice";
            case HARMLESS -> "Harmless: only more is possible";
        };
    }

    /** A table in Markdown; empty if nothing differs. */
    String markdown() {
        if (isEmpty()) {
            return "";
        }
        var text = new StringBuilder("\n| | where | what |\n|---|---|---|\n");
        changes.forEach(change -> text.append("| ")
                .append(change.severity().word())
                .append(" | ")
                .append(Markup.cell(change.place()))
                .append(" | ")
                .append(Markup.cell(change.says()))
                .append(" |\n"));
        return text.toString();
    }
}
