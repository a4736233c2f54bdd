package dev.venicesim.world;

import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.jobs.Pace;
import dev.venicesim.scenario.Scenario;
import dev.venicesim.time.WorldClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a world is set up and what time it is there.
 *
 * @param id random, never derived from a credential
 * @param credentials who sees this world, the first declared first
 * @param behaviour what a user may set
 * @param clock its clock
 * @param opening what its accounts open with
 * @param createdAt real instant of its creation
 */
public record WorldSettings(
        String id,
        List<Credential> credentials,
        Behaviour behaviour,
        WorldClock clock,
        Opening opening,
        Instant createdAt) {

    /**
     * What a user may set of a world.
     *
     * @param edition which API it simulates
     * @param scenario what it plays, {@link Scenario#NONE} if it has none; its settings are already in the others
     * @param pace how long its jobs take
     * @param limits whether request limits apply
     * @param quirks its quirk settings
     * @param signInByWorldClock whether sign-ins are judged by the world's clock
     * @param seed what its chance events and pictures are drawn from
     */
    public record Behaviour(
            Edition edition,
            Scenario scenario,
            Pace pace,
            boolean limits,
            Quirks quirks,
            boolean signInByWorldClock,
            long seed) {

        public Behaviour withPace(Pace other) {
            return new Behaviour(edition, scenario, other, limits, quirks, signInByWorldClock, seed);
        }

        public Behaviour withQuirks(Quirks other) {
            return new Behaviour(edition, scenario, pace, limits, other, signInByWorldClock, seed);
        }

        public Behaviour withLimits(boolean on) {
            return new Behaviour(edition, scenario, pace, on, quirks, signInByWorldClock, seed);
        }

        /** This behaviour, which has no scenario, with one laid over it: what the scenario says wins. */
        public Behaviour playing(Scenario played) {
            var says = played.settings();
            return new Behaviour(
                    says.edition().orElse(edition),
                    played,
                    says.jobTime().orElse(pace),
                    says.limits().on().orElse(limits),
                    quirks.with(says.quirks().asMap()),
                    says.signInClock() || signInByWorldClock,
                    says.seed().orElse(seed));
        }

        /** The quirks set by hand since this world began to behave as {@code before}. */
        public Quirks quirksSince(Behaviour before, Quirks over) {
            var result = over;
            for (var set : quirks.asMap().entrySet()) {
                if (!set.getValue().equals(before.quirks().asMap().get(set.getKey()))) {
                    result = result.with(set.getKey(), set.getValue());
                }
            }
            return result;
        }

        public Behaviour withEdition(Edition other) {
            return new Behaviour(other, scenario, pace, limits, quirks, signInByWorldClock, seed);
        }
    }

    public WorldSettings withClock(WorldClock other) {
        return new WorldSettings(id, credentials, behaviour, other, opening, createdAt);
    }

    public WorldSettings withBehaviour(Behaviour other) {
        return new WorldSettings(id, credentials, other, clock, opening, createdAt);
    }

    WorldSettings withCredential(Credential more) {
        var all = new ArrayList<>(credentials);
        all.add(more);
        return new WorldSettings(id, List.copyOf(all), behaviour, clock, opening, createdAt);
    }

    /** The first API key, if any. */
    public Optional<String> apiKey() {
        return first(Credential.Type.API_KEY);
    }

    /** The wallet's address, if any. */
    public Optional<String> walletAddress() {
        return first(Credential.Type.WALLET);
    }

    private Optional<String> first(Credential.Type type) {
        return credentials.stream()
                .filter(credential -> credential.type() == type)
                .map(Credential::value)
                .findFirst();
    }
}
