package dev.venicesim.contract.run;

import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.CheckCost;
import java.time.Duration;
import java.util.List;

/**
 * Outlook on how long a run takes: mostly as long as the wanted failures have to be apart, which a caller may have so many
 * of in half a minute. Source: docs/api/limits-and-headers.md#too-many-failures.
 */
public final class RunOutlook {

    private static final Duration BETWEEN_BURSTS = Duration.ofSeconds(30);
    private static final Duration OF_A_FREE_CHECK = Duration.ofMillis(50);
    private static final Duration OF_A_PAID_CHECK = Duration.ofSeconds(20);
    private static final int IN_A_BURST = 18;

    private RunOutlook() {}

    /**
     * About how long it takes.
     *
     * @param callers with limits of their own, the first of which may name nobody besides
     */
    public static Duration of(List<Check> checks, int callers) {
        var free = checks.stream().filter(Check::isIndependent).toList();
        var ofNobody = free.stream().filter(CheckLanes::namesNobody).count();
        var paid = checks.stream().filter(check -> check.cost() == CheckCost.PAID && !check.looksAtEveryReply());
        return BETWEEN_BURSTS
                .multipliedBy(Math.max(waits(ofNobody, 1), waits(free.size() - ofNobody, callers)))
                .plus(OF_A_FREE_CHECK.multipliedBy(free.size()))
                .plus(OF_A_PAID_CHECK.multipliedBy(paid.count()));
    }

    private static long waits(long failures, int callers) {
        return Math.max(0, failures - 1) / ((long) IN_A_BURST * callers);
    }
}
