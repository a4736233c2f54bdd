package dev.venicesim.contract;

import dev.venicesim.time.Pause;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Real time as a test has it: waiting moves it, at once. Client and simulator share it, so limits hold and nobody
 * sleeps.
 */
public final class HandClock implements TimeSource {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final List<Duration> waits = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    @Override
    public synchronized Instant now() {
        return START.plus(passed);
    }

    @Override
    public synchronized long nanos() {
        return passed.toNanos();
    }

    public synchronized void advance(Duration duration) {
        waits.add(duration);
        passed = passed.plus(duration);
    }

    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    public Pause pause() {
        return this::advance;
    }
}
