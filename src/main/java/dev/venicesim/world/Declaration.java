package dev.venicesim.world;

import dev.venicesim.scenario.Scenario;
import dev.venicesim.scenario.Settings;
import dev.venicesim.time.WorldClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a world is made from, and reset to.
 *
 * @param credentials who sees it
 * @param base how it behaves without its scenario: what another scenario is laid over
 * @param behaviour how it behaves
 * @param clock how its clock starts
 * @param opening what its accounts open with
 */
public record Declaration(
        List<Credential> credentials,
        WorldSettings.Behaviour base,
        WorldSettings.Behaviour behaviour,
        ClockStart clock,
        Opening opening) {

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

        public WorldClock start(Instant realNow) {
            return new WorldClock(realNow, at.orElse(realNow), scale, frozen);
        }

        /** This with what a scenario says laid over it. */
        ClockStart with(Settings.Clock clock) {
            return new ClockStart(
                    clock.at().or(this::at),
                    clock.frozen() || frozen,
                    clock.scale().orElse(scale));
        }
    }

    public Declaration withCredential(Credential credential) {
        return new Declaration(List.of(credential), base, behaviour, clock, opening);
    }

    /** A declaration without a scenario. */
    public static Declaration plain(WorldSettings.Behaviour behaviour, Opening opening) {
        return new Declaration(List.of(), behaviour, behaviour, ClockStart.REAL, opening);
    }

    /** The same declaration with a scenario laid over it. */
    public Declaration playing(Scenario scenario) {
        var settings = scenario.settings();
        return new Declaration(
                credentials,
                base,
                base.playing(scenario),
                clock.with(settings.clock()),
                opening.with(settings.money()));
    }
}
