package dev.venicesim.jobs;

import dev.venicesim.jobs.JobState.Completed;
import dev.venicesim.jobs.JobState.Failed;
import dev.venicesim.jobs.JobState.Faltering;
import dev.venicesim.jobs.JobState.Gone;
import dev.venicesim.jobs.JobState.Processing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One accepted queue request. Immutable: its state is a function of the clock, and polls, overrides and deletion give a
 * new value.
 *
 * @param order what was ordered and what it cost
 * @param timeline when it ends and expires, were it not stuck
 * @param outcome what becomes of it
 * @param polls retrieves that found it processing
 * @param faltered answers with a passing error so far
 * @param deleted whether its media were deleted on request
 */
public record VideoJob(JobOrder order, Timeline timeline, Outcome outcome, int polls, int faltered, boolean deleted) {

    /**
     * A retrieve of a job.
     *
     * @param job the job after it
     * @param seen what this retrieve sees
     * @param tally whether the job after it differs by a count of polls on which nothing depends
     */
    public record Poll(VideoJob job, JobState seen, boolean tally) {}

    /** A job as it is accepted. */
    public static VideoJob accept(JobOrder order, Timeline timeline, Outcome outcome) {
        return new VideoJob(order, timeline, outcome, 0, 0, false);
    }

    public String queueId() {
        return order.queueId();
    }

    /** When it ends: empty for a stuck job, and while polls have yet to end it. */
    public Optional<Instant> endsAt() {
        return stuck() ? Optional.empty() : timeline.endsAt();
    }

    /** Whether it has ended, well or badly; what has ended cannot be changed any more. */
    boolean endedBy(Instant now) {
        return !stuck() && timeline.endedBy(now);
    }

    /** What this job is at an instant of the world's clock, seen by somebody who does not poll it. */
    public JobState at(Instant now) {
        if (deleted) {
            return new Gone(
                    outcome.delivers() ? "its media were deleted" : "it was completed, and had no media", false);
        }
        if (timeline.expiredBy(now)) {
            return new Gone("it expired at " + timeline.expiresAt(), true);
        }
        return endedBy(now) ? ended() : new Processing(elapsed(now, polls + 1));
    }

    /** What a retrieve at an instant sees, and the job after it. */
    public Poll poll(Instant now) {
        var state = at(now);
        if (state instanceof Processing) {
            return falters(false) ? falter() : new Poll(counted(now), state, !timeline.byPolls());
        }
        return state instanceof Completed && falters(true) ? falter() : new Poll(this, state, true);
    }

    /** What falls due in money once this job's fate is known, and when; empty before. */
    public Optional<JobSettlement> due(Instant now) {
        return JobSettlement.of(this, now);
    }

    /** The same job, ended now if it has not ended before; a stuck one completes. */
    public VideoJob finish(Instant now) {
        if (endedBy(now)) {
            return this;
        }
        return new VideoJob(
                order, timeline.endingAt(now), stuck() ? new Outcome.Completes() : outcome, polls, faltered, deleted);
    }

    /**
     * The same job with another fate. A job that was stuck ends when it would have ended, or now if that has passed.
     *
     * @throws IllegalStateException if it has ended
     */
    public VideoJob withOutcome(Outcome other, Instant now) {
        if (endedBy(now)) {
            throw new IllegalStateException("job " + queueId() + " has ended; its outcome cannot be changed");
        }
        return new VideoJob(order, replanned(now), other, polls, 0, deleted);
    }

    /** The same job with its media deleted. */
    public VideoJob delete() {
        return new VideoJob(order, timeline, outcome, polls, faltered, true);
    }

    private Timeline replanned(Instant now) {
        if (!timeline.byPolls()) {
            return timeline.notEndingBefore(now);
        }
        return polls >= timeline.pollsWanted() ? timeline.endingAt(now) : timeline;
    }

    private JobState ended() {
        var at = timeline.end();
        if (outcome instanceof Outcome.Purged) {
            return new Gone("its file was lost", false);
        }
        return outcome.delivers() ? new Completed(at, elapsed(at, Math.max(1, polls))) : new Failed(at, outcome);
    }

    private boolean falters(boolean done) {
        if (outcome instanceof Outcome.AtCapacity capacity) {
            return faltered < capacity.times();
        }
        return done && outcome instanceof Outcome.Unfetchable unfetchable && faltered < unfetchable.times();
    }

    private Poll falter() {
        return new Poll(
                new VideoJob(order, timeline, outcome, polls, faltered + 1, deleted), new Faltering(outcome), false);
    }

    private VideoJob counted(Instant now) {
        var count = polls + 1;
        var done = timeline.byPolls() && count >= timeline.pollsWanted() && !stuck();
        return new VideoJob(order, done ? timeline.endingAt(now) : timeline, outcome, count, faltered, false);
    }

    private boolean stuck() {
        return outcome instanceof Outcome.Stuck;
    }

    private Duration elapsed(Instant until, int steps) {
        if (timeline.byPolls()) {
            return Timeline.POLL_STEP.multipliedBy(steps);
        }
        var elapsed = Duration.between(timeline.queuedAt(), until);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }
}
