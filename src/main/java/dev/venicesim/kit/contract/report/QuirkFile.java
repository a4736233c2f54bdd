package dev.venicesim.kit.contract.report;

import dev.venicesim.kit.contract.run.Report;

/** The quirk settings a run found, as an argument file: {@code venice-sim serve @FILE} takes it as it is. */
public final class QuirkFile {

    private QuirkFile() {}

    public static String of(Report report) {
        var text = new StringBuilder("# what makes the simulator agree with " + report.target() + " (edition "
                + report.edition() + ", " + report.startedAt() + "): venice-sim serve @this-file\n");
        report.quirks()
                .forEach((name, value) -> text.append("--quirk ")
                        .append(name)
                        .append('=')
                        .append(value)
                        .append('\n'));
        return text.toString();
    }
}
