package dev.venicesim.contract.report;

import dev.venicesim.contract.run.RunReport;

/** The quirk settings a run found, as an argument file: {@code venice-sim serve @FILE} takes it as it is. */
public final class QuirkFile {

    private QuirkFile() {}

    public static String of(RunReport report) {
        var text = new StringBuilder("# what makes the simulator agree with " + report.target() + " (edition "
                + report.edition() + ", " + report.startedAt() + "): venice-sim serve @this-file\n");
        ReportTexts.options(report.settings())
                .forEach(option -> text.append(option).append('\n'));
        return text.toString();
    }
}
