package dev.venicesim.kit.client;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Clock of the JDK that shows a world's time. */
final class ClockOfWorld extends Clock {

    private final VirtualTime time;
    private final ZoneId zone;

    ClockOfWorld(VirtualTime time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return time.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ClockOfWorld(time, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClockOfWorld that && time == that.time && zone.equals(that.zone);
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(time) + zone.hashCode();
    }

    @Override
    public String toString() {
        return "the clock of a world, " + zone;
    }
}
