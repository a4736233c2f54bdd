package dev.venicesim.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The clock of a world as a value: what its time is at any real instant.
 *
 * @param real the real instant at which this clock showed {@code world}
 * @param world what it showed then
 * @param scale world seconds per real second while running; above 0
 * @param frozen whether it stands still
 */
public record WorldClock(Instant real, Instant world, double scale, boolean frozen) {

    /** Latest instant a clock may show: year 9999, so that every instant has the four-digit form clients parse. */
    public static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Fastest a clock may run: a day in about a second. */
    public static final double MAX_SCALE = 100_000;

    public WorldClock {
        if (!(scale > 0) || scale > MAX_SCALE) {
            throw new IllegalArgumentException("scale must be above 0 and at most " + (long) MAX_SCALE);
        }
        if (world.isAfter(LATEST)) {
            throw new IllegalArgumentException("a clock ends at " + LATEST);
        }
    }

    /** A clock that shows real time and runs with it. */
    public static WorldClock running(Instant realNow) {
        return new WorldClock(realNow, realNow, 1.0, false);
    }

    /** What this clock shows at a real instant; never before {@link #world()}. */
    public Instant at(Instant realNow) {
        if (frozen || !realNow.isAfter(real)) {
            return world;
        }
        var shown = scale == 1.0
                ? shifted(realNow)
                : world.plusNanos((long) (Duration.between(real, realNow).toNanos() * scale));
        return shown.isAfter(LATEST) ? LATEST : shown;
    }

    /** Asked several times for every request, so computed without a {@link Duration}. */
    private Instant shifted(Instant realNow) {
        return Instant.ofEpochSecond(
                world.getEpochSecond() + realNow.getEpochSecond() - real.getEpochSecond(),
                (long) world.getNano() + realNow.getNano() - real.getNano());
    }

    /** What {@link Duration#between} says, which asks both for what fields they have. */
    private static Duration between(Instant from, Instant to) {
        return Duration.ofSeconds(to.getEpochSecond() - from.getEpochSecond(), (long) to.getNano() - from.getNano());
    }

    /**
     * How long in real time until this clock shows an instant: zero if it has, empty if it stands still before it.
     */
    public Optional<Duration> until(Instant worldInstant, Instant realNow) {
        var left = between(at(realNow), worldInstant);
        if (left.isNegative() || left.isZero()) {
            return Optional.of(Duration.ZERO);
        }
        if (frozen) {
            return Optional.empty();
        }
        return Optional.of(scale == 1.0 ? left : Duration.ofNanos((long) Math.ceil(left.toNanos() / scale)));
    }

    /**
     * The same clock, moved forward.
     *
     * @throws IllegalArgumentException if the step is negative or passes {@link #LATEST}
     */
    public WorldClock advance(Duration step, Instant realNow) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("a world's clock goes forward only; asked to advance by " + step);
        }
        var now = at(realNow);
        if (step.compareTo(Duration.between(now, LATEST)) > 0) {
            throw new IllegalArgumentException("a clock ends at " + LATEST);
        }
        return new WorldClock(realNow, now.plus(step), scale, frozen);
    }

    /**
     * The same clock, set to a later instant.
     *
     * @throws IllegalArgumentException if that is before what it shows
     */
    public WorldClock set(Instant instant, Instant realNow) {
        var now = at(realNow);
        if (instant.isBefore(now)) {
            throw new IllegalArgumentException(
                    "a world's clock goes forward only: it shows " + now + ", asked for " + instant);
        }
        return new WorldClock(realNow, instant, scale, frozen);
    }

    public WorldClock freeze(boolean freeze, Instant realNow) {
        return new WorldClock(realNow, at(realNow), scale, freeze);
    }

    public WorldClock scale(double newScale, Instant realNow) {
        return new WorldClock(realNow, at(realNow), newScale, frozen);
    }
}
