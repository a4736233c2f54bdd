package dev.venicesim.jobs;

import dev.venicesim.jobs.JobState.Completed;
import dev.venicesim.jobs.JobState.Failed;
import dev.venicesim.jobs.JobState.Faltering;
import dev.venicesim.jobs.JobState.Gone;
import dev.venicesim.jobs.JobState.Processing;
import java.time.Duration;
import java.time.Instant;

/**
 * One accepted queue request. Immutable: its state is a function of the clock, and polls, overrides and deletion give a new value.
 *
 * @param order what was ordered and what it cost
 * @param timeline when it ends and expires
 * @param outcome what becomes of it
 * @param polls retrieves that found it processing
 * @param faltered answers with a passing error so far
 * @param deleted whether its media were deleted on request
 */
public record Job(Order order, Timeline timeline, Outcome outcome, int polls, int faltered, boolean deleted) {

    /** A retrieve of a job: the job after it, and what this retrieve sees. */
    public record Poll(Job job, JobState seen) {}

    /** A job as it is accepted. */
    public static Job accept(Order order, Timeline timeline, Outcome outcome) {
        var fixed = outcome instanceof Outcome.Stuck ? timeline.endingAt(Timeline.NEVER) : timeline;
        return new Job(order, fixed, outcome, 0, 0, false);
    }

    public String queueId() {
        return order.queueId();
    }

    /** What this job is at an instant of the world's clock, seen by somebody who does not poll it. */
    public JobState at(Instant now) {
        if (deleted) {
            return new Gone("its media were deleted");
        }
        if (timeline.expiredBy(now)) {
            return new Gone("it expired at " + timeline.expiresAt());
        }
        return timeline.endedBy(now) ? ended() : new Processing(elapsed(now));
    }

    /** What a retrieve at an instant sees, and the job after it. */
    public Poll poll(Instant now) {
        var state = at(now);
        if (state instanceof Processing processing) {
            return falters(false) ? falter() : new Poll(counted(now), processing);
        }
        return state instanceof Completed && falters(true) ? falter() : new Poll(this, state);
    }

    /** The same job, ended now if it has not ended before. */
    public Job finish(Instant now) {
        if (timeline.endedBy(now)) {
            return this;
        }
        var unstuck = outcome instanceof Outcome.Stuck ? new Outcome.Completes() : outcome;
        return new Job(order, timeline.endingAt(now), unstuck, polls, faltered, deleted);
    }

    /**
     * The same job with another fate.
     *
     * @throws IllegalStateException if it has ended
     */
    public Job withOutcome(Outcome other, Instant now) {
        if (timeline.endedBy(now)) {
            throw new IllegalStateException("job " + queueId() + " has ended; its outcome cannot be changed");
        }
        var replanned = other instanceof Outcome.Stuck ? timeline.endingAt(Timeline.NEVER) : timeline;
        return new Job(order, replanned, other, polls, 0, deleted);
    }

    /** The same job with its media deleted. */
    public Job delete() {
        return new Job(order, timeline, outcome, polls, faltered, true);
    }

    private JobState ended() {
        var at = timeline.endsAt().orElseThrow();
        if (outcome instanceof Outcome.Purged) {
            return new Gone("its file was lost");
        }
        if (outcome instanceof Outcome.Refused
                || outcome instanceof Outcome.Rejected
                || outcome instanceof Outcome.Fails) {
            return new Failed(at, outcome);
        }
        return new Completed(at, elapsed(at));
    }

    private boolean falters(boolean done) {
        if (outcome instanceof Outcome.AtCapacity capacity) {
            return faltered < capacity.times();
        }
        return done && outcome instanceof Outcome.Unfetchable unfetchable && faltered < unfetchable.times();
    }

    private Poll falter() {
        return new Poll(new Job(order, timeline, outcome, polls, faltered + 1, deleted), new Faltering(outcome));
    }

    private Job counted(Instant now) {
        var count = polls + 1;
        var done = timeline.byPolls() && count >= timeline.pollsWanted() && !(outcome instanceof Outcome.Stuck);
        return new Job(order, done ? timeline.endingAt(now) : timeline, outcome, count, faltered, false);
    }

    private Duration elapsed(Instant now) {
        if (timeline.byPolls()) {
            return Timeline.POLL_STEP.multipliedBy(Math.max(1, polls + 1));
        }
        return Duration.between(timeline.queuedAt(), now);
    }
}
