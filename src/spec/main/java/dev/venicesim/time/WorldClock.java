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
 * @param shared whether clients live by this clock too, as they do where their waiting moves it; it stands still then
 */
public record WorldClock(Instant real, Instant world, double scale, boolean frozen, boolean shared) {

    /** Latest instant a clock may show: year 9999, so that every instant has the four-digit form clients parse. */
    public static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Earliest instant a clock may show: 1970, from which on the times in ids and on the wire are counted. */
    public static final Instant EARLIEST = Instant.EPOCH;

    /** Fastest a clock may run: a day in about a second. */
    public static final double MAX_SCALE = 100_000;

    public WorldClock {
        if (!(scale > 0) || scale > MAX_SCALE) {
            throw new IllegalArgumentException("scale must be above 0 and at most " + (long) MAX_SCALE);
        }
        if (world.isAfter(LATEST)) {
            throw new IllegalArgumentException("a clock ends at " + LATEST);
        }
        if (world.isBefore(EARLIEST)) {
            throw new IllegalArgumentException("a clock begins at " + EARLIEST);
        }
        if (shared && !frozen) {
            throw new IllegalArgumentException("a clock that clients share moves when they wait, and not by itself");
        }
    }

    /** A clock that clients know nothing of. */
    public WorldClock(Instant real, Instant world, double scale, boolean frozen) {
        this(real, world, scale, frozen, false);
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

    /** Of millennia, too, which are more nanoseconds than a long holds. */
    private static double nanos(Duration duration) {
        return duration.getSeconds() * 1e9 + duration.getNano();
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
        return Optional.of(scale == 1.0 ? left : Duration.ofNanos((long) Math.ceil(nanos(left) / scale)));
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
        return new WorldClock(realNow, now.plus(step), scale, frozen, shared);
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
        return new WorldClock(realNow, instant, scale, frozen, shared);
    }

    /** The same clock, stopped or running; one that runs is shared no longer. */
    public WorldClock freeze(boolean freeze, Instant realNow) {
        return new WorldClock(realNow, at(realNow), scale, freeze, shared && freeze);
    }

    /** The same clock, by which clients live too, so that it stands still but for their waiting; or no longer. */
    public WorldClock share(boolean share, Instant realNow) {
        return new WorldClock(realNow, at(realNow), scale, share || frozen, share);
    }

    /** What a client's own clock shows at a real instant. */
    public Instant ofClients(Instant realNow) {
        return shared ? at(realNow) : realNow;
    }

    public WorldClock scale(double newScale, Instant realNow) {
        return new WorldClock(realNow, at(realNow), newScale, frozen, shared);
    }
}
