package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.time.Durations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A world's clock: it goes forward only. Every method that moves it returns what it shows then.
 *
 * <p>{@link #sleeper} and {@link #scheduler} make it the clock of the client under test as well: it stands still from
 * then on, and goes on when the client waits, to the instant at which the first of its threads goes on. Time moves only
 * while every thread that takes part waits by this clock. A thread takes part from its first sleep, or from
 * {@link #join}, until it ends, goes idle in its pool, or calls {@link #leave}.
 */
public final class VeniceClock {

    private final ClockCalls calls;
    private final VirtualTime time;

    VeniceClock(WorldRegistration world, VirtualTime time) {
        this.calls = new ClockCalls(world);
        this.time = time;
    }

    public Instant now() {
        return calls.read().now();
    }

    /** This clock as the JDK's, which is also an {@link java.time.InstantSource}. In UTC unless asked otherwise. */
    public Clock asClock() {
        return new ClockOfWorld(time, ZoneOffset.UTC);
    }

    /** What a client waits with instead of {@link Thread#sleep}: the world's clock goes on, and no real time passes. */
    public Sleeper sleeper() {
        time.share();
        return time::sleep;
    }

    /**
     * A scheduler on this clock with one thread of its own, as
     * {@link java.util.concurrent.Executors#newSingleThreadScheduledExecutor()} makes one. Its futures wait by this clock
     * too. A thread that only schedules takes no part, so time may go on before it schedules the next task;
     * {@link #join} prevents that.
     */
    public ScheduledExecutorService scheduler() {
        time.share();
        return new WorldScheduler(time);
    }

    /** Says that the calling thread takes part, though it has not waited yet: time stands while it is at work. */
    public void join() {
        time.share();
        time.join();
    }

    /** Says that the calling thread takes no part until it sleeps again, since it waits for other threads now. */
    public void leave() {
        time.leave();
    }

    /** Moves it forward. */
    public Instant advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException(
                    "clock().advance(" + step
                            + ") would set the clock back; a world's clock goes forward only, so give a positive step or use another world");
        }
        return move(Json.object().put("advance", step.toString()));
    }

    /** Moves it forward by a duration such as {@code 40s}. */
    public Instant advance(String step) {
        return advance(Durations.parse(step));
    }

    /**
     * Sets it to a later instant.
     *
     * @throws ControlException if it shows a later one already
     */
    public Instant set(Instant instant) {
        return move(Json.object().put("at", instant.toString()));
    }

    /** Stops it. Job times, limits and expiry then wait for {@link #advance}. */
    public Instant freeze() {
        return move(Json.object().put("frozen", true));
    }

    public Instant unfreeze() {
        return move(Json.object().put("frozen", false));
    }

    /** World seconds per real second. */
    public Instant scale(double scale) {
        return move(Json.object().put("scale", scale));
    }

    /** Moves it to the next thing due: a job's end, or an expiry. Stays where it is if there is none. */
    public Instant next() {
        return move(Json.object().put("next", true));
    }

    private Instant move(ObjectNode how) {
        return time.move(() -> calls.change(how));
    }
}
