package dev.venicesim.world;

import dev.venicesim.auth.NonceWindow;
import dev.venicesim.billing.Account;
import dev.venicesim.billing.reads.RateLimitLog;
import dev.venicesim.consent.Attestations;
import dev.venicesim.consent.FaceRegister;
import dev.venicesim.consent.PolicyVersion;
import dev.venicesim.jobs.Job;
import dev.venicesim.limits.LimitState;
import dev.venicesim.media.link.LinkState;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.scenario.Tally;

/** What a world holds. */
public final class Kinds {

    /** How the world is set up; one. */
    public static final Kind<WorldSettings> SETTINGS = new Kind<>("settings", WorldSettings.class);

    /** How it was declared; one. */
    public static final Kind<Declaration> DECLARATION = new Kind<>("declaration", Declaration.class);

    /** Jobs by queue id. */
    public static final Kind<Job> JOB = new Kind<>("job", Job.class);

    /** Accounts by {@link Purse}. */
    public static final Kind<Account> ACCOUNT = new Kind<>("account", Account.class);

    /** Use of limits, by whoever is counted. */
    public static final Kind<LimitState> LIMITS = new Kind<>("limits", LimitState.class);

    /** Download links by queue id. */
    public static final Kind<LinkState> LINK = new Kind<>("link", LinkState.class);

    /** Sign-in nonces a wallet has spent; one. */
    public static final Kind<NonceWindow> NONCES = new Kind<>("nonces", NonceWindow.class);

    /** How many requests have fitted each rule of its scenario; one. */
    public static final Kind<Tally> TALLY = new Kind<>("tally", Tally.class);
    /** What the user registered of media behind addresses, by address. */
    public static final Kind<Measures> MEDIA = new Kind<>("media", Measures.class);
    /** What media hold, as registered; one. */
    public static final Kind<FaceRegister> FACES = new Kind<>("faces", FaceRegister.class);

    /** What was attested to, by {@link Purse}. */
    public static final Kind<Attestations> CONSENTS = new Kind<>("consents", Attestations.class);

    /** The consent policy, where it was raised; one. */
    public static final Kind<PolicyVersion> POLICY = new Kind<>("policy", PolicyVersion.class);
    /** Requests refused for their rate, as the rate limit log shows them; one. */
    public static final Kind<RateLimitLog> RATE_LIMIT_LOG = new Kind<>("rate-limit-log", RateLimitLog.class);

    /** The world that the next request stands in, if a Pact state was set up; one, in the anonymous world. */
    public static final Kind<StandIn> STAND_IN = new Kind<>("stand-in", StandIn.class);

    private Kinds() {}
}
