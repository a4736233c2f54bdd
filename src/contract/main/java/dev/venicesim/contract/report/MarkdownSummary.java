package dev.venicesim.contract.report;

import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.check.Difference;
import dev.venicesim.contract.run.RunReport;

/** A run as the summary of a job, in Markdown: the figures, then what differs and what could not be said. */
public final class MarkdownSummary {

    private MarkdownSummary() {}

    public static String of(RunReport report) {
        var text = new StringBuilder("## Contract check of `" + Markup.cell(report.target()) + "`\n\n");
        text.append("Edition ")
                .append(report.edition())
                .append(", begun ")
                .append(report.startedAt())
                .append(": ")
                .append(report.agreeing())
                .append(" agree, ")
                .append(report.differing().size())
                .append(" differ, ")
                .append(report.inconclusive())
                .append(" inconclusive, ")
                .append(report.skipped())
                .append(" skipped; ")
                .append(report.spent())
                .append(" USD spent, a fall of ")
                .append(report.observed())
                .append(" USD observed.\n");
        report.targetFailure()
                .ifPresent(failure -> text.append("\n**Stopped:** ")
                        .append(Markup.cell(failure.getMessage()))
                        .append('\n'));
        report.notes()
                .forEach(note ->
                        text.append("\n**Note:** ").append(Markup.cell(note)).append('\n'));
        if (!report.differing().isEmpty()) {
            text.append("\n| check | where | expected | found |\n|---|---|---|---|\n");
            report.differing().forEach(row -> differences(row, text));
        }
        return text.toString();
    }

    private static void differences(RunReport.Row row, StringBuilder text) {
        for (Difference difference : ((CheckResult.Differs) row.result()).differences()) {
            text.append("| `")
                    .append(row.check().id())
                    .append("` | ")
                    .append(Markup.cell(difference.pointer()))
                    .append(" | ")
                    .append(Markup.cell(difference.expected()))
                    .append(" | ")
                    .append(Markup.cell(difference.actual()))
                    .append(" |\n");
        }
    }
}
