package dev.venicesim.world;

import dev.venicesim.auth.Credentials;
import dev.venicesim.billing.Account;
import dev.venicesim.billing.Change;
import dev.venicesim.billing.Claim;
import dev.venicesim.billing.Claims;
import dev.venicesim.billing.CostReport;
import dev.venicesim.billing.Currency;
import dev.venicesim.billing.Due;
import dev.venicesim.billing.Grant;
import dev.venicesim.billing.MagicKeys;
import dev.venicesim.jobs.Footage;
import dev.venicesim.jobs.Job;
import dev.venicesim.jobs.Order;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The money of worlds. What falls due at a job's end is derived from the job and settled, once, when the account is next read, with the instant it fell due;
 * so no timer runs and no poll races with a refund.
 */
public final class Accounts {

    /** Up to so many jobs in flight are looked at whenever a balance is told in passing; with more, only when the account itself is read. */
    private static final int GLANCE = 32;

    private final Refunds refunds;
    private final AtomicReference<CostReport> gone = new AtomicReference<>(CostReport.NOTHING);

    /** Whether a model's rule gives the credits of a refused job back. */
    @FunctionalInterface
    public interface Refunds {
        boolean refunded(World world, Job job);
    }

    public Accounts(Refunds refunds) {
        this.refunds = refunds;
    }

    /** The account as it stands, everything due settled. */
    public Account read(World world, Purse purse) {
        var account = peek(world, purse);
        var dues = dues(world, account);
        return dues.isEmpty()
                ? account
                : change(world, purse, before -> new Change.Done(before.settle(dues), List.of()))
                        .account();
    }

    /** Every account that has been touched, as it stands. */
    List<Account> all(World world) {
        return Arrays.stream(Purse.values())
                .filter(purse -> world.find(Kinds.ACCOUNT, purse.key()).isPresent())
                .map(purse -> read(world, purse))
                .toList();
    }

    /** Whether the credits of a job that its provider refused came back: what the books say, once this job has been settled. */
    public boolean refunded(World world, Job job) {
        var owed = job.due(world.now());
        for (var purse : Purse.values()) {
            var ending = settled(world, purse, job, owed).ending(job.queueId());
            if (ending.isPresent()) {
                return ending.get() == Claims.Ending.GIVEN_BACK;
            }
        }
        return owed.filter(due -> isRefund(world, job, due)).isPresent();
    }

    private Account settled(World world, Purse purse, Job job, Optional<dev.venicesim.jobs.Due> owed) {
        var account = peek(world, purse);
        return account.claims()
                .open()
                .get(job.queueId())
                .flatMap(claim -> owed.map(due -> due(world, claim, job, due)))
                .map(due -> change(world, purse, before -> before.settle(due)).account())
                .orElse(account);
    }

    /** Adds what a world's jobs cost to the total of those that are gone; to be called before it goes. */
    public void retire(World world) {
        var costs = costs(world);
        gone.updateAndGet(total -> total.plus(costs));
    }

    /** What everything would have cost in production: these worlds', and all that were retired. */
    public CostReport costs(List<World> worlds) {
        return worlds.stream().map(this::costs).reduce(gone.get(), CostReport::plus);
    }

    private CostReport costs(World world) {
        return all(world).stream().map(CostReport::of).reduce(CostReport.NOTHING, CostReport::plus);
    }

    /** The account for a balance told in passing: settled if that costs little. */
    public Account glance(World world, Purse purse) {
        var account = peek(world, purse);
        return account.claims().open().size() == 0 || account.claims().open().size() > GLANCE
                ? account
                : read(world, purse);
    }

    /** Takes or moves money. If there is too little, what is due is settled and it is tried once more. */
    public Change pay(World world, Purse purse, Function<Account, Change> transition) {
        var first = change(world, purse, transition);
        if (!(first instanceof Change.Shortfall)) {
            return first;
        }
        read(world, purse);
        return change(world, purse, transition);
    }

    /** Changes an account in one atomic step; the transition may be tried more than once. */
    public Change change(World world, Purse purse, Function<Account, Change> transition) {
        return world.<Account, Change>compute(Kinds.ACCOUNT, purse.key(), found -> {
            var change = transition.apply(found.orElseGet(() -> opening(world, purse)));
            return Step.to(change.account(), change);
        });
    }

    private static Account peek(World world, Purse purse) {
        return world.find(Kinds.ACCOUNT, purse.key()).orElseGet(() -> opening(world, purse));
    }

    private static Account opening(World world, Purse purse) {
        var settings = world.settings();
        var opening = settings.opening();
        if (purse == Purse.WALLET) {
            return Account.open(purse.kind(), opening.walletBalance());
        }
        var keyId = settings.apiKey().map(Credentials::maskKey).orElse("");
        var account = settings.apiKey()
                .map(key -> MagicKeys.open(key, keyId, opening.balance()))
                .orElseGet(() -> Account.open(purse.kind(), opening.balance()));
        var diem = opening.diem()
                .map(amount -> account.grant(new Grant.SetDiem(amount), settings.createdAt())
                        .account());
        var funded = diem.orElse(account);
        return opening.spendLimit()
                .map(limit -> funded.grant(new Grant.SpendLimit(keyId, Currency.USD, limit), settings.createdAt())
                        .account())
                .orElse(funded);
    }

    private List<Due> dues(World world, Account account) {
        var now = world.now();
        var dues = new ArrayList<Due>();
        account.claims()
                .open()
                .forEach((queueId, claim) -> due(world, claim, now).ifPresent(dues::add));
        return dues;
    }

    private Optional<Due> due(World world, Claim claim, Instant now) {
        return world.find(Kinds.JOB, claim.purchase().queueId())
                .or(() -> claim.isOverdue(now) ? Optional.of(orphaned(world, claim)) : Optional.empty())
                .flatMap(job -> job.due(now).map(owed -> due(world, claim, job, owed)));
    }

    private Due due(World world, Claim claim, Job job, dev.venicesim.jobs.Due owed) {
        return new Due(job.queueId(), kind(world, claim, job, owed), owed.at(), owed.why());
    }

    /** The job of a claim that nobody wrote one for: it takes the id, so that a late writer finds it taken, and has failed, so that the money comes back. */
    private static Job orphaned(World world, Claim claim) {
        var nothing = new Footage(0, 0, 0, Duration.ZERO, false);
        var purchase = claim.purchase();
        var order = new Order(purchase.queueId(), purchase.model(), "", nothing, claim.total(), false);
        var timeline = Timeline.timed(claim.at(), Claim.GRACE, Claim.GRACE.multipliedBy(2), Claim.GRACE);
        var job = Job.accept(order, timeline, new Outcome.Fails(""));
        return world.compute(Kinds.JOB, purchase.queueId(), found -> Step.to(found.orElse(job)));
    }

    private Due.Kind kind(World world, Claim claim, Job job, dev.venicesim.jobs.Due due) {
        if (due.what() == dev.venicesim.jobs.Due.What.RELEASE && claim.held()) {
            return Due.Kind.RELEASE;
        }
        return isRefund(world, job, due) ? Due.Kind.REFUND : Due.Kind.SETTLE;
    }

    private boolean isRefund(World world, Job job, dev.venicesim.jobs.Due due) {
        return switch (due.what()) {
            case SETTLE, RELEASE -> false;
            case REFUND -> true;
            case REFUND_BY_MODEL -> refunds.refunded(world, job);
        };
    }
}
