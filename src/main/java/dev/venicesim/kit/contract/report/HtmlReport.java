package dev.venicesim.kit.contract.report;

import dev.venicesim.kit.contract.check.Result;
import dev.venicesim.kit.contract.run.Report;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run as one self-contained page: what differs first, with its evidence, then everything. */
public final class HtmlReport {

    private HtmlReport() {}

    public static String of(Report report) {
        var body = new StringBuilder();
        body.append("<p class=\"sum\"><code>")
                .append(Markup.escaped(report.target()))
                .append("</code> as edition ")
                .append(report.edition())
                .append(": <span class=\"agrees\">")
                .append(report.agreeing())
                .append(" agree</span>, ")
                .append("<span class=\"differs\">")
                .append(report.differing().size())
                .append(" differ</span>, ")
                .append("<span class=\"skipped\">")
                .append(report.skipped())
                .append(" skipped</span>; ")
                .append(report.spent())
                .append(" USD spent. Begun ")
                .append(report.startedAt())
                .append(".</p>\n");
        report.trouble()
                .ifPresent(trouble -> body.append("<p class=\"differs\">Stopped: ")
                        .append(Markup.escaped(trouble.getMessage()))
                        .append("</p>\n"));
        report.notes()
                .forEach(note -> body.append("<p>").append(Markup.escaped(note)).append("</p>\n"));
        body.append(quirks(report));
        report.differing().forEach(row -> body.append(difference(row)));
        body.append(
                "<h2>Every check</h2>\n<table><thead><tr><th>Check</th><th>Claim</th><th>Source</th><th>Result</th></tr></thead><tbody>\n");
        report.rows().forEach(row -> body.append(line(row)));
        return Markup.page(
                "Venice contract check", body.append("</tbody></table>\n").toString());
    }

    private static String quirks(Report report) {
        if (report.quirks().isEmpty()) {
            return "";
        }
        var options = report.quirks().entrySet().stream()
                .map(entry -> "--quirk " + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        return "<h2>To make the simulator agree</h2>\n<pre>venice-sim serve " + Markup.escaped(options) + "</pre>\n";
    }

    private static String difference(Report.Row row) {
        var differs = (Result.Differs) row.result();
        var html = new StringBuilder("<h2 class=\"differs\" id=\"")
                .append(Markup.escaped(row.check().id()))
                .append("\">")
                .append(Markup.escaped(row.check().id()))
                .append("</h2>\n<p>")
                .append(Markup.escaped(row.check().claim().says()))
                .append(".</p>\n")
                .append("<table><thead><tr><th>Where</th><th>Expected</th><th>Found</th></tr></thead><tbody>\n");
        differs.differences()
                .forEach(difference -> html.append("<tr><td><code>")
                        .append(Markup.escaped(difference.pointer()))
                        .append("</code></td><td>")
                        .append(Markup.escaped(difference.expected()))
                        .append("</td><td>")
                        .append(Markup.escaped(difference.actual()))
                        .append("</td></tr>\n"));
        return html.append("</tbody></table>\n<p>")
                .append(Markup.escaped(Words.quirks(differs)))
                .append(".</p>\n<pre>")
                .append(Markup.escaped(differs.evidence()))
                .append("</pre>\n")
                .toString();
    }

    private static String line(Report.Row row) {
        var verdict = Words.verdict(row.result());
        var why = row.result() instanceof Result.Skipped skipped ? ": " + skipped.why() : "";
        var claim = row.check().claim();
        return "<tr><td><code>" + Markup.escaped(row.check().id()) + "</code></td><td>" + Markup.escaped(claim.says())
                + "</td><td>" + Markup.escaped(claim.source()) + ", " + Markup.escaped(claim.date())
                + "</td><td class=\"" + verdict.toLowerCase(Locale.ROOT) + "\">" + Markup.escaped(verdict + why)
                + "</td></tr>\n";
    }
}
