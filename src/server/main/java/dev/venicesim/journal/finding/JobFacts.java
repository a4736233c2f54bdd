package dev.venicesim.journal.finding;

import dev.venicesim.jobs.JobState;
import dev.venicesim.jobs.JobTimes;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;

/**
 * Facts of a job that rules ask for.
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
 * @param kept whether its price is kept although it ended without a video
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
        Instant endedAt,
        boolean kept) {

    /** A job whose price is nobody's question. */
    public JobFacts(
            String queueId,
            String model,
            Usd cost,
            Duration takes,
            Duration typical,
            boolean polled,
            boolean linked,
            Fate fate,
            Instant endedAt) {
        this(queueId, model, cost, takes, typical, polled, linked, fate, endedAt, false);
    }

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
    public static final JobFacts NONE =
            new JobFacts("", "", Usd.ZERO, Duration.ZERO, Duration.ZERO, false, false, Fate.RUNNING, Instant.MAX);

    /** A job as it stands at an instant of its world's clock. */
    public static JobFacts of(VideoJob job, Instant now) {
        var order = job.order();
        return new JobFacts(
                order.queueId(),
                order.model(),
                order.cost(),
                job.timeline().usual(),
                JobTimes.p80(order.model()),
                job.timeline().byPolls(),
                order.link(),
                fate(job, now),
                job.endsAt().orElse(Instant.MAX),
                job.outcome().keepsThePrice());
    }

    private static Fate fate(VideoJob job, Instant now) {
        var state = job.at(now);
        if (state instanceof JobState.Processing || state instanceof JobState.Faltering) {
            return Fate.RUNNING;
        }
        if (state instanceof JobState.Completed) {
            return Fate.COMPLETED;
        }
        var none = !job.outcome().delivers() || job.outcome() instanceof Outcome.Purged;
        return state instanceof JobState.Failed || none ? Fate.FAILED : Fate.GONE;
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
