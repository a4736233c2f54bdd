package dev.venicesim.contract.drift;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.drift.Drift.Severity;
import dev.venicesim.contract.report.JsonReport;
import dev.venicesim.contract.report.Markup;
import dev.venicesim.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Report of what drift found, for people, machines and browsers: what breaks clients first.
 *
 * @param edition what was compared with
 * @param sources what was compared, as the user named it
 * @param drifts what differs, by severity
 */
public record DriftReport(ApiEdition edition, List<String> sources, List<Drift> drifts) {

    public DriftReport {
        drifts = drifts.stream().sorted(Comparator.comparing(Drift::severity)).toList();
    }

    /** One line for each difference, values included, and one that counts them. */
    public List<String> lines() {
        var lines = new java.util.ArrayList<String>();
        drifts.forEach(drift -> lines.add(
                String.format(Locale.ROOT, "%-8s  %s: %s", word(drift.severity()), drift.place(), drift.says())));
        lines.add(summary());
        return lines;
    }

    public String json() {
        var json = Json.object().put("edition", edition.id()).put("agrees", drifts.isEmpty());
        sources.forEach(json.putArray("sources")::add);
        var counts = json.putObject("counts");
        for (var severity : Severity.values()) {
            counts.put(word(severity), count(severity));
        }
        var list = json.putArray("drifts");
        drifts.forEach(drift -> list.addObject()
                .put("severity", word(drift.severity()))
                .put("place", drift.place())
                .put("says", drift.says()));
        return JsonReport.text(json);
    }

    public String html() {
        var body = new StringBuilder(Markup.tiles(List.of(
                new Markup.Tile("breaking", count(Severity.BREAKING), "breaking"),
                new Markup.Tile("notable", count(Severity.NOTABLE), "notable"),
                new Markup.Tile("harmless", count(Severity.HARMLESS), "harmless"))));
        body.append("<p>").append(Markup.escaped(summary())).append(".</p>\n");
        for (var severity : Severity.values()) {
            if (count(severity) > 0) {
                body.append(section(severity));
            }
        }
        return Markup.page("Venice API drift", body.toString());
    }

    private String section(Severity severity) {
        var rows = new StringBuilder();
        drifts.stream()
                .filter(drift -> drift.severity() == severity)
                .forEach(drift -> rows.append("<tr><td><code>")
                        .append(Markup.escaped(drift.place()))
                        .append("</code></td><td>")
                        .append(Markup.escaped(drift.says()))
                        .append("</td></tr>\n"));
        return "<h2 class=\"" + word(severity) + "\">" + heading(severity) + "</h2>\n"
                + "<table class=\"halves\"><thead><tr><th>Where</th><th>What</th></tr></thead><tbody>\n" + rows
                + "</tbody></table>\n";
    }

    private static String heading(Severity severity) {
        return switch (severity) {
            case BREAKING -> "Breaking: clients written for the edition fail, or miss what they were promised";
            case NOTABLE -> "Notable: a client may notice";
            case HARMLESS -> "Harmless: only more is possible";
        };
    }

    String summary() {
        var from = String.join(" and ", sources);
        if (drifts.isEmpty()) {
            return from + " agrees with edition " + edition;
        }
        return from + " differs from edition " + edition + " in " + drifts.size()
                + (drifts.size() == 1 ? " point" : " points") + ": " + count(Severity.BREAKING) + " breaking, "
                + count(Severity.NOTABLE) + " notable, " + count(Severity.HARMLESS) + " harmless";
    }

    private long count(Severity severity) {
        return drifts.stream().filter(drift -> drift.severity() == severity).count();
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
