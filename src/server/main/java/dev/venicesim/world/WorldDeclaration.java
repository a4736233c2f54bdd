package dev.venicesim.world;

import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.scenario.ScenarioSettings;
import dev.venicesim.time.WorldClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Declaration of a world: what it is made from, and reset to.
 *
 * @param credentials who sees it
 * @param base how it behaves without its scenario: what another scenario is laid over
 * @param behaviour how it behaves
 * @param clock how its clock starts
 * @param opening what its accounts open with
 * @param label what its user calls it
 */
public record WorldDeclaration(
        List<Credential> credentials,
        WorldConfiguration.Behaviour base,
        WorldConfiguration.Behaviour behaviour,
        ClockStart clock,
        OpeningBalances opening,
        Optional<String> label) {

    /** Characters of a label. */
    public static final int LONGEST_LABEL = 100;

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
        ClockStart with(ScenarioSettings.Clock clock) {
            return new ClockStart(
                    clock.at().or(this::at),
                    clock.frozen() || frozen,
                    clock.scale().orElse(scale));
        }
    }

    /** The same with another behaviour. */
    public WorldDeclaration withBehaviour(WorldConfiguration.Behaviour other) {
        return new WorldDeclaration(credentials, base, other, clock, opening, label);
    }

    WorldDeclaration behaving(UnaryOperator<WorldConfiguration.Behaviour> change) {
        return new WorldDeclaration(credentials, change.apply(base), change.apply(behaviour), clock, opening, label);
    }

    public WorldDeclaration withCredential(Credential credential) {
        return seenBy(List.of(credential));
    }

    WorldDeclaration seenBy(List<Credential> others) {
        return new WorldDeclaration(others, base, behaviour, clock, opening, label);
    }

    public WorldDeclaration withLabel(String other) {
        return new WorldDeclaration(credentials, base, behaviour, clock, opening, Optional.of(other));
    }

    /** A declaration without a scenario. */
    public static WorldDeclaration plain(WorldConfiguration.Behaviour behaviour, OpeningBalances opening) {
        return new WorldDeclaration(List.of(), behaviour, behaviour, ClockStart.REAL, opening, Optional.empty());
    }

    /** The same declaration with a scenario laid over it. */
    public WorldDeclaration playing(ScenarioDefinition scenario) {
        var settings = scenario.settings();
        return new WorldDeclaration(
                credentials,
                base,
                base.playing(scenario),
                clock.with(settings.clock()),
                opening.with(settings.money()),
                label);
    }
}
