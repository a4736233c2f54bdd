package dev.venicesim.scenario;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.jobs.Pace;
import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Settings of a scenario's world; what is left out is left to whoever makes the world.
 *
 * @param jobTime how long jobs take
 * @param mediaLifetime how long an id and its media are kept
 * @param signInClock whether sign-ins are judged by the world's clock instead of real time
 * @param quirks those the scenario sets, over the world's own
 * @param faces media (URL or {@code sha256:...}) to what is seen in it, by the labels of the control API
 * @param seed what random choices are drawn by
 */
public record ScenarioSettings(
        Optional<ApiEdition> edition,
        Money money,
        Optional<Pace> jobTime,
        Optional<Duration> mediaLifetime,
        Clock clock,
        boolean signInClock,
        Limits limits,
        Links links,
        Consent consent,
        QuirkSettings quirks,
        Map<String, Set<String>> faces,
        OptionalLong seed) {

    /** Nothing said. */
    public static final ScenarioSettings NONE = new ScenarioSettings(
            Optional.empty(),
            new Money(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            new Clock(Optional.empty(), false, OptionalDouble.empty()),
            false,
            new Limits(Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()),
            new Links(Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()),
            new Consent(Optional.empty(), Optional.empty()),
            QuirkSettings.defaults(),
            Map.of(),
            OptionalLong.empty());

    /** What accounts start with: a key's dollars and DIEM, its spend limit, and a wallet's credit. */
    public record Money(
            Optional<Usd> balance, Optional<Usd> diem, Optional<Usd> spendLimit, Optional<Usd> walletBalance) {}

    /** What the world's clock shows at first, whether it stands still, and how fast it runs. */
    public record Clock(Optional<Instant> at, boolean frozen, OptionalDouble scale) {}

    /**
     * Request limits.
     *
     * @param on whether they hold at all; empty leaves it to the server
     * @param queue queue calls a minute
     * @param retrieve retrieve calls a minute
     * @param failed failed requests in 30 s
     */
    public record Limits(Optional<Boolean> on, OptionalInt queue, OptionalInt retrieve, OptionalInt failed) {}

    /**
     * Download links.
     *
     * @param lifetime from the queue call on
     * @param fetches whole fetches before a link is used up
     * @param perMinute fetches a minute
     * @param addresses client addresses a link serves
     */
    public record Links(
            Optional<Duration> lifetime, OptionalInt fetches, OptionalInt perMinute, OptionalInt addresses) {}

    /** The consent policy in force. */
    public record Consent(Optional<String> version, Optional<String> policyText) {}
}
