package dev.venicesim.world;

import dev.venicesim.money.Usd;
import dev.venicesim.time.WorldClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a world is made from, and reset to.
 *
 * @param credentials who sees it
 * @param behaviour how it behaves
 * @param clock how its clock starts
 * @param balance USD an API key's account opens with
 */
public record Declaration(
        List<Credential> credentials, WorldSettings.Behaviour behaviour, ClockStart clock, Usd balance) {

    /**
     * How a clock starts.
     *
     * @param at what it shows first; real now if absent
     * @param frozen whether it stands still
     * @param scale world seconds per real second
     */
    public record ClockStart(Optional<Instant> at, boolean frozen, double scale) {

        /** Shows real time and runs with it. */
        public static final ClockStart REAL = new ClockStart(Optional.empty(), false, 1.0);

        WorldClock start(Instant realNow) {
            return new WorldClock(realNow, at.orElse(realNow), scale, frozen);
        }
    }

    public Declaration withCredential(Credential credential) {
        return new Declaration(List.of(credential), behaviour, clock, balance);
    }
}
