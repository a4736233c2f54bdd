package dev.venicesim.contract.report;

import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.money.Usd;
import java.io.PrintWriter;
import java.util.Locale;

/** A run as lines of a terminal: one for each check as it ends, then what to know and do. */
public final class TerminalReport {

    private final PrintWriter out;

    public TerminalReport(PrintWriter out) {
        this.out = out;
    }

    /** A check has ended. */
    void ended(RunReport.Row row, int done, int of, Usd spent) {
        out.println(String.format(
                Locale.ROOT,
                "%3d/%d  %-8s %-28s %s",
                done,
                of,
                ReportTexts.verdict(row.result()),
                row.check().id(),
                tail(row, spent)));
        if (row.result() instanceof CheckResult.Differs differs) {
            differs.differences().forEach(difference -> out.println("             " + difference));
            out.println("             " + ReportTexts.agreement(differs));
        }
        out.flush();
    }

    private static String tail(RunReport.Row row, Usd spent) {
        var why = ReportTexts.why(row.result());
        if (!why.isEmpty()) {
            return why;
        }
        return switch (row.check().cost()) {
            case FREE, ON_REQUEST -> "";
            case PAID -> "spent " + spent + " USD so far";
        };
    }

    /** The run ends early. */
    void cleaning(int jobs) {
        out.println("deleting what " + jobs + (jobs == 1 ? " job" : " jobs")
                + " left; this may take until the video is done");
        out.flush();
    }

    public void summary(RunReport report) {
        out.println();
        report.targetFailure().ifPresent(targetFailure -> out.println("stopped: " + targetFailure.getMessage()));
        report.notes().forEach(note -> out.println("note: " + note));
        out.println(report.target() + " as edition " + report.edition() + ": " + report.agreeing() + " agree, "
                + report.differing().size() + " differ, " + report.inconclusive() + " inconclusive, "
                + report.skipped() + " skipped; " + report.spent() + " USD spent, a fall of " + report.observed()
                + " USD observed");
        if (!report.settings().isEmpty()) {
            out.println(
                    "to make the simulator agree: serve " + String.join(" ", ReportTexts.options(report.settings())));
        }
        out.flush();
    }
}
