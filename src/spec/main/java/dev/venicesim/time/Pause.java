package dev.venicesim.time;

import java.time.Duration;

/** Pause in real time, for commands that play a client; the server never waits. */
@FunctionalInterface
public interface Pause {

    /**
     * Returns after the given time.
     *
     * @throws InterruptedException if the waiting thread is interrupted
     */
    void sleep(Duration duration) throws InterruptedException;

    /** Waits on the machine's own clock. */
    static Pause real() {
        return duration -> Thread.sleep(duration.toMillis());
    }
}
