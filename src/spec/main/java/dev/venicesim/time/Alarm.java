package dev.venicesim.time;

import java.time.Duration;

/** Alarm that calls back in real time, holding no thread meanwhile. */
@FunctionalInterface
public interface Alarm {

    /** Runs a short task once, so much later; running what is returned calls it off. */
    Runnable after(Duration delay, Runnable task);
}
