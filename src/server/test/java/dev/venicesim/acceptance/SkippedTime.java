package dev.venicesim.acceptance;

import dev.venicesim.time.Alarm;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Real time in which every wait is skipped: whoever waits moves it on, so that minutes pass while no test waits. */
public final class SkippedTime implements TimeSource {

    private final AtomicLong skipped = new AtomicLong();

    /** Lets so much time pass at once. */
    public void pass(Duration duration) {
        skipped.addAndGet(duration.toNanos());
    }

    @Override
    public Instant now() {
        return TimeSource.system().now().plusNanos(skipped.get());
    }

    @Override
    public long nanos() {
        return TimeSource.system().nanos() + skipped.get();
    }

    @Override
    public Alarm alarm(Alarm system) {
        return (delay, task) -> {
            pass(delay);
            return system.after(Duration.ZERO, task);
        };
    }
}
