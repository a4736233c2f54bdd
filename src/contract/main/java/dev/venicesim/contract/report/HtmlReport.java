package dev.venicesim.contract.report;

import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.check.Difference;
import dev.venicesim.contract.run.RunReport;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A run as one self-contained page: what differs first, each with its JSON pointers, evidence and remedy, then every
 * check by area.
 */
public final class HtmlReport {

    private HtmlReport() {}

    public static String of(RunReport report) {
        var body = new StringBuilder();
        body.append("<p><code>")
                .append(Markup.escaped(report.target()))
                .append("</code> compared with edition <b>")
                .append(report.edition())
                .append("</b>, begun ")
                .append(report.startedAt().truncatedTo(ChronoUnit.SECONDS))
                .append(", ")
                .append(report.spent())
                .append(" USD spent, a fall of ")
                .append(report.observed())
                .append(" USD observed.</p>\n");
        body.append(Markup.tiles(List.of(
                new Markup.Tile("agrees", report.agreeing(), "agree"),
                new Markup.Tile("differs", report.differing().size(), "differ"),
                new Markup.Tile("inconclusive", report.inconclusive(), "skipped"),
                new Markup.Tile("skipped", report.skipped(), "skipped"))));
        report.targetFailure().ifPresent(targetFailure -> body.append(card("Stopped", targetFailure.getMessage())));
        report.notes().forEach(note -> body.append(card("Note", note)));
        body.append(remedy(report));
        if (!report.differing().isEmpty()) {
            body.append("<h2>What differs</h2>\n");
            report.differing().forEach(row -> body.append(difference(row)));
        }
        body.append("<h2>Every check</h2>\n");
        body.append(
                "<table><thead><tr><th>Check</th><th>Claim</th><th>Source</th><th>Result</th></tr></thead><tbody>\n");
        report.rows().forEach(row -> body.append(line(row)));
        return Markup.page(
                "Venice contract check", body.append("</tbody></table>\n").toString());
    }

    private static String card(String title, String text) {
        return "<div class=\"card\"><h3>" + title + "</h3><p>" + Markup.escaped(text) + "</p></div>\n";
    }

    private static String remedy(RunReport report) {
        if (report.settings().isEmpty()) {
            return "";
        }
        var options = String.join(" \\\n  ", ReportTexts.options(report.settings()));
        return "<h2>To make the simulator agree</h2>\n<pre>venice-sim serve " + Markup.escaped(options) + "</pre>\n";
    }

    private static String difference(RunReport.Row row) {
        var differs = (CheckResult.Differs) row.result();
        return "<div class=\"card\" id=\"" + Markup.escaped(row.check().id()) + "\"><h3><code>"
                + Markup.escaped(row.check().id()) + "</code></h3>\n<p>"
                + Markup.escaped(row.check().claim().says())
                + " <span class=\"dim\">(" + source(row) + ")</span></p>\n"
                + "<table><thead><tr><th>Where</th><th>Expected</th><th>Found</th></tr></thead><tbody>\n"
                + differs.differences().stream().map(HtmlReport::cells).collect(Collectors.joining())
                + "</tbody></table>\n<p>"
                + Markup.escaped(sentence(ReportTexts.agreement(differs))) + ".</p>\n<pre>"
                + Markup.escaped(differs.evidence()) + "</pre></div>\n";
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String cells(Difference difference) {
        return "<tr><td><code>" + Markup.escaped(difference.pointer()) + "</code></td><td>"
                + Markup.escaped(difference.expected()) + "</td><td><code>"
                + Markup.escaped(difference.actual()) + "</code></td></tr>\n";
    }

    private static String line(RunReport.Row row) {
        var verdict = ReportTexts.verdict(row.result());
        var reason = ReportTexts.why(row.result());
        var why = reason.isEmpty() ? "" : ": " + reason;
        var id = Markup.escaped(row.check().id());
        var name = row.result() instanceof CheckResult.Differs ? "<a href=\"#" + id + "\">" + id + "</a>" : id;
        return "<tr><td><code>" + name + "</code></td><td>"
                + Markup.escaped(row.check().claim().says()) + "</td><td class=\"dim\">" + source(row)
                + "</td><td class=\"" + verdict.toLowerCase(Locale.ROOT) + "\">" + Markup.escaped(verdict + why)
                + "</td></tr>\n";
    }

    private static String source(RunReport.Row row) {
        var claim = row.check().claim();
        return Markup.escaped(claim.source() + ", " + claim.date());
    }
}
