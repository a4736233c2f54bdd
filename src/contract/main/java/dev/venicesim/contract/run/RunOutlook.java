package dev.venicesim.contract.run;

import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.CheckCost;
import java.time.Duration;

/**
 * Outlook on how long a run takes: mostly as long as the wanted failures have to be apart, which a caller may have so many
 * of in half a minute. Source: docs/api/limits-and-headers.md#too-many-failures.
 */
public final class RunOutlook {

    private static final Duration BETWEEN_BURSTS = Duration.ofSeconds(30);
    private static final Duration OF_A_FREE_CHECK = Duration.ofMillis(50);
    /** Failures that a table of requests brings. */
    private static final int OF_A_TABLE = 12;

    /** All paid checks share so many jobs at most. */
    private static final int JOBS = 4;

    private static final Duration OF_A_JOB = Duration.ofMinutes(1);
    private static final Duration OF_A_SIMULATED_JOB = Duration.ofSeconds(5);

    private RunOutlook() {}

    /**
     * About how long it takes.
     *
     * @param callers with limits of their own, the first of which may name nobody besides; more than one are those of a
     *     simulator on this machine
     */
    public static Duration of(RunPlan plan, int callers) {
        var checks = plan.checks();
        var burst = plan.failuresBorne() - (callers > 1 ? 0 : 2);
        var free = checks.stream().filter(Check::isIndependent).toList();
        var ofNobody = free.stream().filter(CheckLanes::namesNobody).count();
        var tables =
                free.stream().filter(check -> check.group().equals("answers")).count();
        var keyed = free.size() - ofNobody + tables * OF_A_TABLE;
        var paid = checks.stream()
                .filter(check -> check.cost() == CheckCost.PAID && !check.looksAtEveryReply())
                .count();
        var job = callers > 1 ? OF_A_SIMULATED_JOB : OF_A_JOB;
        return BETWEEN_BURSTS
                .multipliedBy(Math.max(waits(ofNobody, burst), waits(keyed, (long) burst * callers)))
                .plus(OF_A_FREE_CHECK.multipliedBy(free.size()))
                .plus(job.multipliedBy(Math.min(JOBS, paid)));
    }

    private static long waits(long failures, long atOnce) {
        return Math.max(0, failures - 1) / atOnce;
    }
}
