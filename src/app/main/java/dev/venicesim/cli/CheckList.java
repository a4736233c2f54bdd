package dev.venicesim.cli;

import dev.venicesim.contract.check.CheckCost;
import dev.venicesim.contract.run.RunPlan;
import java.util.List;
import java.util.Locale;

/** List of what a run would try, and how long it takes. */
final class CheckList {

    /** The failures that a key may have in half a minute set the pace; most free checks fail once on purpose. */
    private static final int SECONDS_FOR_A_FREE_CHECK = 2;

    private static final int SECONDS_FOR_A_PAID_CHECK = 20;

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

    /** In one line, before the first request. */
    static String outlook(RunPlan plan) {
        var seconds = plan.checks().stream()
                .filter(check -> !check.isStanding())
                .mapToInt(check -> check.cost() == CheckCost.PAID ? SECONDS_FOR_A_PAID_CHECK : SECONDS_FOR_A_FREE_CHECK)
                .sum();
        return plan.checks().size() + " checks, which take about " + Math.max(1, (seconds + 30) / 60)
                + (seconds < 90 ? " minute" : " minutes");
    }
}
