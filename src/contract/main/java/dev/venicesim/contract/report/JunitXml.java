package dev.venicesim.contract.report;

import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.check.Difference;
import dev.venicesim.contract.run.RunReport;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run as the XML that build servers read as JUnit's. */
public final class JunitXml {

    private JunitXml() {}

    public static String of(RunReport report) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append(String.format(
                Locale.ROOT,
                "<testsuites>%n<testsuite name=\"venice contract %s\" tests=\"%d\" failures=\"%d\" errors=\"%d\""
                        + " skipped=\"%d\" time=\"%.3f\" timestamp=\"%s\" hostname=\"%s\" id=\"0\""
                        + " package=\"venice\">%n<properties/>%n",
                Markup.escaped(report.edition().id()),
                report.rows().size() + report.targetFailure().stream().count(),
                report.differing().size(),
                report.targetFailure().stream().count(),
                report.skipped() + report.inconclusive(),
                report.rows().stream().mapToLong(row -> row.took().toMillis()).sum() / 1000.0,
                report.startedAt().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""),
                Markup.escaped(host(report.target()))));
        report.rows().forEach(row -> xml.append(testcase(row)));
        report.targetFailure()
                .ifPresent(targetFailure -> xml.append(
                                "  <testcase classname=\"venice\" name=\"target\" time=\"0.000\"><error"
                                        + " type=\"target\" message=\"")
                        .append(Markup.escaped(targetFailure.getMessage()))
                        .append("\"/></testcase>\n"));
        return xml.append("<system-out/>\n<system-err/>\n</testsuite>\n</testsuites>\n")
                .toString()
                .replace("\r", "");
    }

    /** The host as it stands in an address, also one that is no host name, such as {@code my_api}. */
    private static String host(String address) {
        return address.replaceFirst("^https?://", "").replaceFirst("(:\\d+)?(/.*)?$", "");
    }

    private static String testcase(RunReport.Row row) {
        var id = row.check().id();
        var dot = id.indexOf('.');
        var head = String.format(
                Locale.ROOT,
                "  <testcase classname=\"venice.%s\" name=\"%s\" time=\"%.3f\"",
                Markup.escaped(id.substring(0, dot)),
                Markup.escaped(id.substring(dot + 1)),
                row.took().toMillis() / 1000.0);
        var why = ReportTexts.why(row.result());
        if (!why.isEmpty()) {
            return head + "><skipped message=\"" + Markup.escaped(ReportTexts.verdict(row.result()) + ": " + why)
                    + "\"/></testcase>\n";
        }
        if (row.result() instanceof CheckResult.Differs differs) {
            var lines = differs.differences().stream().map(Difference::toString).collect(Collectors.joining("\n"));
            return head + "><failure type=\"difference\" message=\""
                    + Markup.escaped(row.check().claim().says()) + "\">"
                    + Markup.escaped(lines + "\n" + ReportTexts.agreement(differs) + "\n" + differs.evidence())
                    + "</failure></testcase>\n";
        }
        return head + "/>\n";
    }
}
