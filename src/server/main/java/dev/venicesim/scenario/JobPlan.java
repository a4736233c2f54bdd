package dev.venicesim.scenario;

import dev.venicesim.jobs.JobTimes;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Pace;
import dev.venicesim.jobs.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Plan for a job that is about to be accepted: what becomes of it.
 *
 * @param time how long it takes; empty leaves it to the world
 * @param averageTime what its average time claims; empty fits the time
 * @param why for the request's trace, one sentence a decision
 */
public record JobPlan(Optional<Pace> time, Optional<Duration> averageTime, Outcome outcome, List<String> why) {

    /** The same plan with another end. */
    public JobPlan withOutcome(Outcome other) {
        return new JobPlan(time, averageTime, other, why);
    }

    /** The timeline this plan gives a job in a world of some pace, its media kept for {@code keep}. */
    public Timeline timeline(Pace world, String model, Instant now, Duration keep) {
        var line = JobTimes.timeline(time.orElse(world), model, now, keep);
        return averageTime
                .map(usual -> new Timeline(line.queuedAt(), line.pollsWanted(), line.end(), line.expiresAt(), usual))
                .orElse(line);
    }
}
