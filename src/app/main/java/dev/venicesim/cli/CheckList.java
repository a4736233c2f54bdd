package dev.venicesim.cli;

import dev.venicesim.contract.run.RunOutlook;
import dev.venicesim.contract.run.RunPlan;
import java.util.List;
import java.util.Locale;

/** List of what a run would try, and how long it takes. */
final class CheckList {

    private CheckList() {}

    static List<String> of(RunPlan plan) {
        return plan.checks().stream()
                .map(check -> String.format(
                        Locale.ROOT,
                        "%-28s %-10s %s",
                        check.id(),
                        check.cost().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        check.claim().says()))
                .toList();
    }

    /** In one line, before the first check. */
    static String outlook(RunPlan plan, int callers) {
        var seconds = RunOutlook.of(plan, callers).toSeconds();
        var about = seconds < 90 ? Math.max(5, seconds) + " seconds" : (seconds + 30) / 60 + " minutes";
        return plan.checks().size() + " checks, which take about " + about;
    }
}
