package dev.venicesim.world;

import dev.venicesim.auth.NonceWindow;
import dev.venicesim.billing.CostReport;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.billing.reads.RateLimitLog;
import dev.venicesim.billing.reads.UsagePeriods;
import dev.venicesim.consent.Attestations;
import dev.venicesim.consent.FaceRegister;
import dev.venicesim.consent.PolicyVersion;
import dev.venicesim.download.LinkState;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.limits.LimitState;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.scenario.MatchCounters;
import java.util.List;
import java.util.stream.Stream;

/** Kinds of state that a world holds. */
public final class StateKinds {

    /** How the world is set up; one. */
    public static final StateKind<WorldConfiguration> SETTINGS = new StateKind<>("settings", WorldConfiguration.class);

    /** How it was declared; one. */
    public static final StateKind<WorldDeclaration> DECLARATION =
            new StateKind<>("declaration", WorldDeclaration.class);

    /** Jobs by queue id. */
    public static final StateKind<VideoJob> JOB = new StateKind<>("job", VideoJob.class);

    /** Accounts by {@link AccountSelector}. */
    public static final StateKind<LedgerAccount> ACCOUNT = new StateKind<>("account", LedgerAccount.class);

    /** Use of limits, by whoever is counted. */
    public static final StateKind<LimitState> LIMITS = StateKind.tally("limits", LimitState.class);

    /** Download links by queue id. */
    public static final StateKind<LinkState> LINK = new StateKind<>("link", LinkState.class);

    /** Sign-in nonces a wallet has spent; one. */
    public static final StateKind<NonceWindow> NONCES = new StateKind<>("nonces", NonceWindow.class);

    /** How many requests have fitted each rule of its scenario; one. */
    public static final StateKind<MatchCounters> COUNTERS = StateKind.tally("tally", MatchCounters.class);

    /** What the user registered of media behind addresses, by address. */
    public static final StateKind<Measures> MEDIA = new StateKind<>("media", Measures.class);
    /** What media hold, as registered; one. */
    public static final StateKind<FaceRegister> FACES = new StateKind<>("faces", FaceRegister.class);

    /** What was attested to, by {@link AccountSelector}. */
    public static final StateKind<Attestations> CONSENTS = new StateKind<>("consents", Attestations.class);

    /** The consent policy, where it was raised; one. */
    public static final StateKind<PolicyVersion> POLICY = new StateKind<>("policy", PolicyVersion.class);

    /** Requests refused for their rate, as the rate limit log shows them; one. */
    public static final StateKind<RateLimitLog> RATE_LIMIT_LOG = StateKind.tally("rate-limit-log", RateLimitLog.class);

    /** When the sums of usage were made that are still told; one. */
    public static final StateKind<UsagePeriods> USAGE_PERIODS = StateKind.tally("usage-periods", UsagePeriods.class);

    /** The world that the next request stands in, if a Pact state was set up; one, in the anonymous world. */
    public static final StateKind<Impersonation> IMPERSONATION = new StateKind<>("impersonation", Impersonation.class);

    /** The id of the world that each credential sees, by the credential's hash; in the server's own state. */
    public static final StateKind<String> CREDENTIAL = new StateKind<>("credential", String.class);

    /** The worlds that have a credential, by their ids; in the server's own state. */
    public static final StateKind<KnownWorld> KNOWN_WORLD = StateKind.tally("world", KnownWorld.class);

    /** What jobs of worlds that are gone cost; one, in the server's own state. */
    public static final StateKind<CostReport> RETIRED_COSTS = new StateKind<>("retired-costs", CostReport.class);

    /** The key of download links in hexadecimal digits, if the user gave none; one, in the server's own state. */
    public static final StateKind<String> LINK_KEY = new StateKind<>("link-key", String.class);

    /**
     * What a world takes along when it is copied, in the order in which a copy reads them: money is written before its
     * job, so jobs are read before money, and a copy made while a request is under way has no job without its claim.
     */
    private static final List<StateKind<?>> OF_A_WORLD = List.of(
            JOB,
            LINK,
            CONSENTS,
            ACCOUNT,
            LIMITS,
            NONCES,
            COUNTERS,
            MEDIA,
            FACES,
            POLICY,
            RATE_LIMIT_LOG,
            USAGE_PERIODS,
            SETTINGS,
            DECLARATION);

    private static final List<StateKind<?>> OF_THE_SERVER =
            List.of(IMPERSONATION, CREDENTIAL, KNOWN_WORLD, RETIRED_COSTS, LINK_KEY);

    /** All there are. */
    public static List<StateKind<?>> all() {
        return Stream.concat(OF_A_WORLD.stream(), OF_THE_SERVER.stream()).toList();
    }

    static List<StateKind<?>> ofAWorld() {
        return OF_A_WORLD;
    }

    private StateKinds() {}
}
