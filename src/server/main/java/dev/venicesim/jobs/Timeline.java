package dev.venicesim.jobs;

import dev.venicesim.time.WorldClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Timeline of a job: when it was accepted, when it ends, and when what it made is thrown away; all by the world's
 * clock.
 *
 * @param queuedAt when it was accepted
 * @param pollsWanted PROCESSING answers after which it ends, or a negative number if it ends by the clock
 * @param end when it ends; {@link #NEVER} while that is not fixed (waiting for polls, or past the last instant of any
 *     clock)
 * @param expiresAt when the id and its media are gone
 * @param usual how long such a job usually takes; {@code average_execution_time} on the wire
 */
public record Timeline(Instant queuedAt, int pollsWanted, Instant end, Instant expiresAt, Duration usual) {

    /** The end of a job that has none yet. */
    static final Instant NEVER = Instant.MAX;

    /** One poll of a job paced by polls stands for this share of its usual time. */
    static final Duration POLL_STEP = Duration.ofSeconds(5);

    /** A job that ends by the world's clock, {@code takes} after it was accepted, and is kept for {@code keep}. */
    public static Timeline timed(Instant queuedAt, Duration takes, Duration keep, Duration usual) {
        var end = queuedAt.plus(takes);
        return new Timeline(queuedAt, -1, end.isAfter(WorldClock.LATEST) ? NEVER : end, expiry(queuedAt, keep), usual);
    }

    /**
     * A job that ends with its {@code polls}-th PROCESSING answer, whatever the clock says, and is kept for
     * {@code keep}.
     */
    static Timeline polled(Instant queuedAt, int polls, Duration keep) {
        var end = polls == 0 ? queuedAt : NEVER;
        return new Timeline(queuedAt, polls, end, expiry(queuedAt, keep), POLL_STEP.multipliedBy(Math.max(1, polls)));
    }

    /** When it ends, if that is fixed. */
    public Optional<Instant> endsAt() {
        return end.equals(NEVER) ? Optional.empty() : Optional.of(end);
    }

    /** Whether polls, not the clock, end it. */
    public boolean byPolls() {
        return pollsWanted >= 0;
    }

    /**
     * Polls end a job for every later answer, even one whose caller read the clock a moment before: exactly N see
     * PROCESSING.
     */
    boolean endedBy(Instant now) {
        return byPolls() ? !end.equals(NEVER) : !now.isBefore(end);
    }

    boolean expiredBy(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Timeline endingAt(Instant instant) {
        return new Timeline(queuedAt, pollsWanted, instant, expiresAt, usual);
    }

    /** This timeline if its end still lies ahead or is not fixed, else the same ending now. */
    Timeline notEndingBefore(Instant now) {
        return end.isBefore(now) ? endingAt(now) : this;
    }

    private static Instant expiry(Instant queuedAt, Duration keep) {
        var expiry = queuedAt.plus(keep);
        return expiry.isAfter(WorldClock.LATEST) ? WorldClock.LATEST : expiry;
    }
}
