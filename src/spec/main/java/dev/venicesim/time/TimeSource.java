package dev.venicesim.time;

import java.time.Instant;

/** Source of real time; the one place the simulator asks. */
public interface TimeSource {

    /** The instant it is in the outside world. */
    Instant now();

    /** Nanoseconds of a clock that never goes back; only differences mean anything. */
    long nanos();

    /**
     * What calls back when a wait of real time is over.
     *
     * @param system the machine's own
     */
    default Alarm alarm(Alarm system) {
        return system;
    }

    /** The machine's own clocks. */
    static TimeSource system() {
        return new TimeSource() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }
        };
    }
}
