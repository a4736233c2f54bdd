package dev.venicesim.cli;

import dev.venicesim.time.Pause;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Real time that a wait moves on at once, for a client and a simulator of one process. */
final class SkippedTime implements TimeSource {

    private final TimeSource real = TimeSource.system();
    private Duration skipped = Duration.ZERO;

    @Override
    public synchronized Instant now() {
        return real.now().plus(skipped);
    }

    @Override
    public synchronized long nanos() {
        return real.nanos() + skipped.toNanos();
    }

    Pause pause() {
        return this::skip;
    }

    private synchronized void skip(Duration duration) {
        skipped = skipped.plus(duration);
    }
}
