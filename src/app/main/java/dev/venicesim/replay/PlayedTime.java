package dev.venicesim.replay;

import dev.venicesim.time.Alarm;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Time of a simulator before which a run is played: it stands at the instant of each step, and no wait takes any. */
final class PlayedTime implements TimeSource {

    private final TimeSource system = TimeSource.system();
    private Instant shown;
    private long ran;
    private boolean runs;

    PlayedTime(Instant start) {
        this.shown = start;
    }

    synchronized void set(Instant instant) {
        shown = instant;
    }

    /** Lets it go on from where it stands, as real time does. */
    synchronized void run() {
        ran = system.nanos();
        runs = true;
    }

    @Override
    public synchronized Instant now() {
        return runs ? shown.plusNanos(system.nanos() - ran) : shown;
    }

    @Override
    public long nanos() {
        return system.nanos();
    }

    @Override
    public Alarm alarm(Alarm alarm) {
        return (delay, task) -> alarm.after(isRunning() ? delay : Duration.ZERO, task);
    }

    private synchronized boolean isRunning() {
        return runs;
    }
}
