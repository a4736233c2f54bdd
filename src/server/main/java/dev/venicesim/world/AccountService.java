package dev.venicesim.world;

import dev.venicesim.billing.Change;
import dev.venicesim.billing.Claim;
import dev.venicesim.billing.ClaimSettlement;
import dev.venicesim.billing.Claims;
import dev.venicesim.billing.CostReport;
import dev.venicesim.billing.Currency;
import dev.venicesim.billing.EntryType;
import dev.venicesim.billing.Grant;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.billing.MagicKeys;
import dev.venicesim.jobs.JobOrder;
import dev.venicesim.jobs.JobSettlement;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Timeline;
import dev.venicesim.jobs.VideoFormat;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.net.CredentialMask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Account service of worlds: it moves and settles their money. What falls due at a job's end is derived from the job
 * and settled, once, when the account is next read, with the instant it fell due; so no timer runs and no poll races
 * with a refund.
 */
public final class AccountService {

    /**
     * Up to so many jobs in flight are looked at whenever a balance is told in passing; with more, only when the
     * account itself is read.
     */
    private static final int GLANCE = 32;

    private static final StateKey<CostReport> RETIRED = new StateKey<>(StateStore.SERVER, StateKinds.RETIRED_COSTS, "");

    private final StateStore store;
    private final Refunds refunds;
    private final CostMeter meter = new CostMeter();

    /** Whether a model's rule gives the credits of a refused job back. */
    @FunctionalInterface
    public interface Refunds {
        boolean refunded(World world, VideoJob job);
    }

    /**
     * A service of all worlds of a store.
     *
     * @param store where the costs of worlds that are gone are kept
     */
    public AccountService(StateStore store, Refunds refunds) {
        this.store = store;
        this.refunds = refunds;
    }

    /** The account as it stands, everything due settled. */
    public LedgerAccount read(World world, AccountSelector selector) {
        return read(world, selector, world.now());
    }

    /**
     * The account as it stands at an instant.
     *
     * @param now by the world's clock, as the request at hand has read it
     */
    public LedgerAccount read(World world, AccountSelector selector, Instant now) {
        var account = peek(world, selector);
        var dues = dues(world, account, now);
        return dues.isEmpty()
                ? account
                : change(world, selector, before -> before.settleAll(dues)).account();
    }

    /** The account as it would stand at an instant, if nobody did anything until then; nothing changes. */
    public LedgerAccount foreseen(World world, AccountSelector selector, Instant at) {
        var account = peek(world, selector);
        var dues = new ArrayList<ClaimSettlement>();
        account.claims()
                .open()
                .forEach((queueId, claim) -> world.find(StateKinds.JOB, queueId)
                        .flatMap(job -> job.due(at).map(owed -> due(world, claim, job, owed)))
                        .ifPresent(dues::add));
        return dues.isEmpty() ? account : account.settle(dues);
    }

    /** Every account that has been touched, as it stands. */
    List<LedgerAccount> all(World world) {
        return Arrays.stream(AccountSelector.values())
                .filter(selector ->
                        world.find(StateKinds.ACCOUNT, selector.key()).isPresent())
                .map(selector -> read(world, selector))
                .toList();
    }

    /**
     * Whether the credits of a job that its provider refused came back: what the books say, once this job has been
     * settled.
     */
    public boolean refunded(World world, VideoJob job, Instant now) {
        var owed = job.due(now);
        for (var selector : AccountSelector.values()) {
            var ending = settled(world, selector, job, owed).ending(job.queueId());
            if (ending.isPresent()) {
                return ending.get() == Claims.Ending.GIVEN_BACK;
            }
        }
        return owed.filter(due -> isRefund(world, job, due)).isPresent();
    }

    private LedgerAccount settled(World world, AccountSelector selector, VideoJob job, Optional<JobSettlement> owed) {
        var account = peek(world, selector);
        return account.claims()
                .open()
                .get(job.queueId())
                .flatMap(claim -> owed.map(due -> due(world, claim, job, due)))
                .map(due ->
                        change(world, selector, before -> before.settle(due)).account())
                .orElse(account);
    }

    /** Adds what a world's jobs cost to the total of those that are gone; to be called before it goes. */
    public void retire(World world) {
        var costs = costs(world);
        if (!costs.equals(CostReport.NOTHING)) {
            store.compute(
                    RETIRED,
                    total -> Transition.to(total.orElse(CostReport.NOTHING).plus(costs)));
        }
    }

    /** What everything would have cost in production: these worlds', and all that were retired. */
    public CostReport costs(List<World> worlds) {
        var gone = store.find(RETIRED).orElse(CostReport.NOTHING);
        return worlds.stream().map(this::costs).reduce(gone, CostReport::plus);
    }

    /** What jobs cost since this process began, worlds that are gone included; told without a look at any world. */
    public CostReport metered() {
        return meter.report();
    }

    /** What ledgers' entries of each type have moved since this process began, in dollars, without a sign. */
    public Map<EntryType, Double> moved() {
        return meter.moved();
    }

    /** What one world's jobs cost so far. */
    public CostReport costs(World world) {
        return all(world).stream().map(CostReport::of).reduce(CostReport.NOTHING, CostReport::plus);
    }

    /** The account for a balance told in passing: settled if that costs little. */
    public LedgerAccount glance(World world, AccountSelector selector, Instant now) {
        var account = peek(world, selector);
        return account.claims().open().size() == 0 || account.claims().open().size() > GLANCE
                ? account
                : read(world, selector, now);
    }

    /** Takes or moves money. If there is too little, what is due is settled and it is tried once more. */
    public Change pay(World world, AccountSelector selector, Instant now, Function<LedgerAccount, Change> transition) {
        var first = change(world, selector, transition);
        if (!(first instanceof Change.Shortfall)) {
            return first;
        }
        read(world, selector, now);
        return change(world, selector, transition);
    }

    /** Changes an account in one atomic step; the transition may be tried more than once. */
    public Change change(World world, AccountSelector selector, Function<LedgerAccount, Change> transition) {
        var change = world.<LedgerAccount, Change>compute(StateKinds.ACCOUNT, selector.key(), found -> {
            var changed = transition.apply(found.orElseGet(() -> opening(world, selector)));
            return Transition.to(changed.account(), changed);
        });
        if (change instanceof Change.Done done) {
            meter.add(done.entries());
        }
        return change;
    }

    private static LedgerAccount peek(World world, AccountSelector selector) {
        return world.find(StateKinds.ACCOUNT, selector.key()).orElseGet(() -> opening(world, selector));
    }

    private static LedgerAccount opening(World world, AccountSelector selector) {
        var settings = world.settings();
        var opening = settings.opening();
        if (selector == AccountSelector.WALLET) {
            return LedgerAccount.open(selector.kind(), opening.walletBalance());
        }
        var keyId = settings.apiKey().map(CredentialMask::maskKey).orElse("");
        var account = settings.apiKey()
                .map(key -> MagicKeys.open(key, keyId, opening.balance()))
                .orElseGet(() -> LedgerAccount.open(selector.kind(), opening.balance()));
        var diem = opening.diem()
                .map(amount -> account.grant(new Grant.SetDiem(amount), settings.createdAt())
                        .account());
        var funded = diem.orElse(account);
        return opening.spendLimit()
                .map(limit -> funded.grant(new Grant.SpendLimit(keyId, Currency.USD, limit), settings.createdAt())
                        .account())
                .orElse(funded);
    }

    private List<ClaimSettlement> dues(World world, LedgerAccount account, Instant now) {
        var dues = new ArrayList<ClaimSettlement>();
        account.claims()
                .open()
                .forEach((queueId, claim) -> due(world, claim, now).ifPresent(dues::add));
        return dues;
    }

    private Optional<ClaimSettlement> due(World world, Claim claim, Instant now) {
        return world.find(StateKinds.JOB, claim.purchase().queueId())
                .or(() -> claim.isOverdue(now) ? Optional.of(orphaned(world, claim)) : Optional.empty())
                .flatMap(job -> job.due(now).map(owed -> due(world, claim, job, owed)));
    }

    private ClaimSettlement due(World world, Claim claim, VideoJob job, JobSettlement owed) {
        return new ClaimSettlement(job.queueId(), kind(world, claim, job, owed), owed.at(), owed.why());
    }

    /**
     * The job of a claim that nobody wrote one for: it takes the id, so that a late writer finds it taken, and has
     * failed, so that the money comes back.
     */
    private static VideoJob orphaned(World world, Claim claim) {
        var nothing = new VideoFormat(0, 0, 0, Duration.ZERO, false);
        var purchase = claim.purchase();
        var order = new JobOrder(purchase.queueId(), purchase.model(), "", nothing, claim.total(), false);
        var timeline = Timeline.timed(claim.at(), Claim.GRACE, Claim.GRACE.multipliedBy(2), Claim.GRACE);
        var job = VideoJob.accept(order, timeline, new Outcome.Fails(""));
        return world.compute(StateKinds.JOB, purchase.queueId(), found -> Transition.to(found.orElse(job)));
    }

    private ClaimSettlement.Kind kind(World world, Claim claim, VideoJob job, JobSettlement due) {
        if (due.what() == JobSettlement.What.RELEASE && claim.held()) {
            return ClaimSettlement.Kind.RELEASE;
        }
        return isRefund(world, job, due) ? ClaimSettlement.Kind.REFUND : ClaimSettlement.Kind.SETTLE;
    }

    private boolean isRefund(World world, VideoJob job, JobSettlement due) {
        return switch (due.what()) {
            case SETTLE, RELEASE -> false;
            case REFUND -> true;
            case REFUND_BY_MODEL -> refunds.refunded(world, job);
        };
    }
}
