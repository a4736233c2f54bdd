package dev.venicesim.kit.contract.report;

import dev.venicesim.kit.contract.run.Report;

/** The quirk settings a run found, as an argument file: {@code venice-sim serve @FILE} takes it as it is. */
public final class QuirkFile {

    private QuirkFile() {}

    public static String of(Report report) {
        var text = new StringBuilder("# what makes the simulator agree with " + report.target() + " (edition "
                + report.edition() + ", " + report.startedAt() + "): venice-sim serve @this-file\n");
        Words.options(report.settings()).forEach(option -> text.append(option).append('\n'));
        return text.toString();
    }
}
