package dev.venicesim.journal.finding;

import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;

/**
 * What rules want to know of a job.
 *
 * @param queueId its id; empty if there is no job
 * @param model its model
 * @param cost what was paid for it
 * @param takes how long it takes here
 * @param typical how long it takes in production
 * @param polled whether polls decide when it ends
 * @param linked whether its video is handed out by a link only
 * @param fate how it stands
 * @param endedAt when it ended; {@link Instant#MAX} while it runs
 */
public record JobFacts(
        String queueId,
        String model,
        Usd cost,
        Duration takes,
        Duration typical,
        boolean polled,
        boolean linked,
        Fate fate,
        Instant endedAt) {

    /** How a job stands. */
    public enum Fate {
        RUNNING,
        COMPLETED,
        /** It ended without a video. */
        FAILED,
        /** There was a video once. */
        GONE
    }

    /** No job. */
    public static final JobFacts NONE = new JobFacts(
            "", "", Usd.ZERO, Duration.ZERO, Duration.ZERO, false, false, Fate.RUNNING, Instant.MAX);

    boolean hasEnded() {
        return fate != Fate.RUNNING;
    }

    /** The documented interval between two polls, shortened as much as the job is shorter than in production. */
    Duration pollInterval() {
        var documented = PollsTooFast.DOCUMENTED;
        if (typical.isZero() || takes.compareTo(typical) >= 0) {
            return documented;
        }
        return Duration.ofNanos((long) (documented.toNanos() * ((double) takes.toNanos() / typical.toNanos())));
    }
}
