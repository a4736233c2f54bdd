package dev.venicesim.acceptance;

import dev.venicesim.time.Alarm;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Real time whose waits end when a test says so: no test sits out a delay, and none depends on how fast a machine is.
 */
public final class HandAlarm implements TimeSource {

    private final BlockingQueue<Wait> waits = new LinkedBlockingQueue<>();

    /**
     * A wait that somebody has asked for.
     *
     * @param delay how long it is meant to be
     */
    public record Wait(Duration delay, Runnable task) {

        /** Ends it. */
        public void end() {
            task.run();
        }
    }

    /** The next wait, once it is asked for; who asked for it is held up from now on. */
    public Wait next() throws InterruptedException {
        return waits.take();
    }

    @Override
    public Alarm alarm(Alarm system) {
        return (delay, task) -> {
            waits.add(new Wait(delay, task));
            return () -> {};
        };
    }

    @Override
    public Instant now() {
        return TimeSource.system().now();
    }

    @Override
    public long nanos() {
        return TimeSource.system().nanos();
    }
}
