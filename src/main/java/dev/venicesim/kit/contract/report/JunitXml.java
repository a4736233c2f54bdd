package dev.venicesim.kit.contract.report;

import dev.venicesim.kit.contract.check.Difference;
import dev.venicesim.kit.contract.check.Result;
import dev.venicesim.kit.contract.run.Report;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run as the XML that build servers read as JUnit's. */
public final class JunitXml {

    private JunitXml() {}

    public static String of(Report report) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append(String.format(
                Locale.ROOT,
                "<testsuite name=\"venice contract %s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" timestamp=\"%s\">%n",
                Markup.escaped(report.edition().id()),
                report.rows().size() + report.trouble().stream().count(),
                report.differing().size(),
                report.trouble().stream().count(),
                report.skipped(),
                report.startedAt()));
        report.rows().forEach(row -> xml.append(testcase(row)));
        report.trouble()
                .ifPresent(trouble -> xml.append("  <testcase classname=\"venice\" name=\"target\"><error message=\"")
                        .append(Markup.escaped(trouble.getMessage()))
                        .append("\"/></testcase>\n"));
        return xml.append("</testsuite>\n").toString().replace("\r", "");
    }

    private static String testcase(Report.Row row) {
        var id = row.check().id();
        var dot = id.indexOf('.');
        var head = String.format(
                Locale.ROOT,
                "  <testcase classname=\"venice.%s\" name=\"%s\" time=\"%.3f\"",
                Markup.escaped(id.substring(0, dot)),
                Markup.escaped(id.substring(dot + 1)),
                row.took().toMillis() / 1000.0);
        if (row.result() instanceof Result.Skipped skipped) {
            return head + "><skipped message=\"" + Markup.escaped(skipped.why()) + "\"/></testcase>\n";
        }
        if (row.result() instanceof Result.Differs differs) {
            var lines = differs.differences().stream().map(Difference::toString).collect(Collectors.joining("\n"));
            return head + "><failure message=\""
                    + Markup.escaped(row.check().claim().says()) + "\">"
                    + Markup.escaped(lines + "\n" + Words.agreement(differs) + "\n" + differs.evidence())
                    + "</failure></testcase>\n";
        }
        return head + "/>\n";
    }
}
