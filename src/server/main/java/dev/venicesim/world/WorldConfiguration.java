package dev.venicesim.world;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.jobs.Pace;
import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.time.WorldClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Configuration of a world, and what time it is there.
 *
 * @param id random, never derived from a credential
 * @param credentials who sees this world, the first declared first
 * @param behaviour what a user may set
 * @param clock its clock
 * @param opening what its accounts open with
 * @param createdAt real instant of its creation
 */
public record WorldConfiguration(
        String id,
        List<Credential> credentials,
        Behaviour behaviour,
        WorldClock clock,
        OpeningBalances opening,
        Instant createdAt) {

    /**
     * What a user may set of a world.
     *
     * @param edition which API it simulates
     * @param scenario what it plays, {@link ScenarioDefinition#NONE} if it has none; its settings are already in the
     *     others
     * @param pace how long its jobs take
     * @param limits whether request limits apply
     * @param quirks its quirk settings
     * @param signInByWorldClock whether sign-ins are judged by the world's clock
     * @param seed what its chance events and pictures are drawn from
     */
    public record Behaviour(
            ApiEdition edition,
            ScenarioDefinition scenario,
            Pace pace,
            boolean limits,
            QuirkSettings quirks,
            boolean signInByWorldClock,
            long seed) {

        /** Quirks that nobody set are as the edition has them. */
        public Behaviour {
            quirks = quirks.in(edition);
        }

        /** The same playing this scenario, and nothing of how the scenario sets a world up. */
        public Behaviour withScenario(ScenarioDefinition other) {
            return new Behaviour(edition, other, pace, limits, quirks, signInByWorldClock, seed);
        }

        public Behaviour withPace(Pace other) {
            return new Behaviour(edition, scenario, other, limits, quirks, signInByWorldClock, seed);
        }

        public Behaviour withQuirks(QuirkSettings other) {
            return new Behaviour(edition, scenario, pace, limits, other, signInByWorldClock, seed);
        }

        public Behaviour withLimits(boolean on) {
            return new Behaviour(edition, scenario, pace, on, quirks, signInByWorldClock, seed);
        }

        /** This behaviour, which has no scenario, with one laid over it: what the scenario says wins. */
        public Behaviour playing(ScenarioDefinition played) {
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
        public QuirkSettings quirksSince(Behaviour before, QuirkSettings over) {
            var result = over;
            for (var set : quirks.asMap().entrySet()) {
                if (!set.getValue().equals(before.quirks().asMap().get(set.getKey()))) {
                    result = result.with(set.getKey(), set.getValue());
                }
            }
            return result;
        }

        public Behaviour withEdition(ApiEdition other) {
            return new Behaviour(other, scenario, pace, limits, quirks, signInByWorldClock, seed);
        }
    }

    public WorldConfiguration withClock(WorldClock other) {
        return new WorldConfiguration(id, credentials, behaviour, other, opening, createdAt);
    }

    public WorldConfiguration withBehaviour(Behaviour other) {
        return new WorldConfiguration(id, credentials, other, clock, opening, createdAt);
    }

    WorldConfiguration seenBy(List<Credential> others) {
        return new WorldConfiguration(id, others, behaviour, clock, opening, createdAt);
    }

    /** The same as a world of another id, with another clock. */
    WorldConfiguration as(String otherId, WorldClock other) {
        return new WorldConfiguration(otherId, credentials, behaviour, other, opening, createdAt);
    }

    WorldConfiguration withCredential(Credential more) {
        var all = new ArrayList<>(credentials);
        all.add(more);
        return new WorldConfiguration(id, List.copyOf(all), behaviour, clock, opening, createdAt);
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
