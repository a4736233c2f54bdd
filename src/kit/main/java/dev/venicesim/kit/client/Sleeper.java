package dev.venicesim.kit.client;

import java.time.Duration;

/** Pause of a client under test; {@link VeniceClock#sleeper} gives one that moves the world's clock. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Returns when so much time has passed; at once if it is not above zero.
     *
     * @throws InterruptedException if the calling thread is interrupted
     * @throws IllegalStateException saying who waits for what, if time cannot move
     */
    void sleep(Duration duration) throws InterruptedException;
}
