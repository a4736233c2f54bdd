package dev.venicesim.limits;

import dev.venicesim.time.WorldClock;
import java.time.Duration;
import java.time.Instant;

/**
 * Reading of the clocks when something is announced.
 *
 * @param clock the world's
 * @param realNow what the client's own clock shows: the real instant, unless it shares the world's clock
 */
public record ClockReading(WorldClock clock, Instant realNow) {

    /**
     * The real instant, rounded up to milliseconds, at which the world shows this one; in a frozen world, when it would
     * if it ran.
     */
    long realMillis(long worldMillis) {
        if (clock.shared()) {
            return worldMillis;
        }
        var at = Instant.ofEpochMilli(worldMillis);
        var left = clock.until(at, realNow).orElseGet(() -> ifItRan(at));
        return realNow.plus(left).plusNanos(999_999).toEpochMilli();
    }

    /** When that is, for the why of a request. */
    String words(long worldMillis) {
        var at = Instant.ofEpochMilli(worldMillis);
        if (clock.shared()) {
            return "at " + at + " by the world's clock, which is the client's too";
        }
        var left = clock.until(at, realNow);
        if (left.isEmpty()) {
            return "at " + at + " by the world's clock, which is frozen: never, until the clock is moved";
        }
        return "at " + at + " by the world's clock, in " + left.get().toMillis() + " ms of real time";
    }

    private Duration ifItRan(Instant at) {
        var running = new WorldClock(realNow, clock.at(realNow), clock.scale(), false);
        return running.until(at, realNow).orElse(Duration.ZERO);
    }
}
