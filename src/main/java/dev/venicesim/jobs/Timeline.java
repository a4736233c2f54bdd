package dev.venicesim.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a job was accepted, when it ends, and when what it made is thrown away; all by the world's clock.
 *
 * @param queuedAt when it was accepted
 * @param pollsWanted PROCESSING answers after which it ends, or a negative number if it ends by the clock
 * @param end when it ends; {@link #NEVER} while that is not fixed (waiting for polls, or stuck)
 * @param expiresAt when the id and its media are gone
 * @param usual how long such a job usually takes; {@code average_execution_time} on the wire
 */
public record Timeline(Instant queuedAt, int pollsWanted, Instant end, Instant expiresAt, Duration usual) {

    /** The end of a job that has none yet. */
    static final Instant NEVER = Instant.MAX;

    /** One poll of a job paced by polls stands for this share of its usual time. */
    static final Duration POLL_STEP = Duration.ofSeconds(5);

    public static Timeline timed(Instant queuedAt, Duration takes, Duration keep, Duration usual) {
        return new Timeline(queuedAt, -1, queuedAt.plus(takes), queuedAt.plus(keep), usual);
    }

    public static Timeline polled(Instant queuedAt, int polls, Duration keep) {
        var end = polls == 0 ? queuedAt : NEVER;
        return new Timeline(queuedAt, polls, end, queuedAt.plus(keep), POLL_STEP.multipliedBy(Math.max(1, polls)));
    }

    public Optional<Instant> endsAt() {
        return end.equals(NEVER) ? Optional.empty() : Optional.of(end);
    }

    public boolean byPolls() {
        return pollsWanted >= 0;
    }

    boolean endedBy(Instant now) {
        return !now.isBefore(end);
    }

    boolean expiredBy(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Timeline endingAt(Instant instant) {
        return new Timeline(queuedAt, pollsWanted, instant, expiresAt, usual);
    }
}
