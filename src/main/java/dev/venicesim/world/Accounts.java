package dev.venicesim.world;

import dev.venicesim.auth.Credentials;
import dev.venicesim.billing.Account;
import dev.venicesim.billing.Change;
import dev.venicesim.billing.Claim;
import dev.venicesim.billing.Currency;
import dev.venicesim.billing.Due;
import dev.venicesim.billing.Grant;
import dev.venicesim.billing.MagicKeys;
import dev.venicesim.jobs.Job;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The money of worlds. What falls due at a job's end is derived from the job and settled, once, when the account is next read, with the instant it fell due;
 * so no timer runs and no poll races with a refund.
 */
public final class Accounts {

    /** Up to so many jobs in flight are looked at whenever a balance is told in passing; with more, only when the account itself is read. */
    private static final int GLANCE = 32;

    private final Refunds refunds;

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
    public List<Account> all(World world) {
        return Arrays.stream(Purse.values())
                .filter(purse -> world.find(Kinds.ACCOUNT, purse.key()).isPresent())
                .map(purse -> read(world, purse))
                .toList();
    }

    /** Whether the credits of a job that its provider refused come back. */
    public boolean refunded(World world, Job job) {
        return job.due(world.now())
                .map(due -> kind(world, job, due) == Due.Kind.REFUND)
                .orElse(false);
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
        account.unsettled().values().forEach(claim -> due(world, claim, now).ifPresent(dues::add));
        return dues;
    }

    private Optional<Due> due(World world, Claim claim, Instant now) {
        var queueId = claim.purchase().queueId();
        return world.find(Kinds.JOB, queueId)
                .flatMap(job -> job.due(now).map(due -> new Due(
                        queueId, ending(claim, kind(world, job, due)), due.at(), due.why())));
    }

    /** A release lets go of what is held; what was charged stays charged. */
    private static Due.Kind ending(Claim claim, Due.Kind kind) {
        return kind == Due.Kind.RELEASE && !claim.held() ? Due.Kind.SETTLE : kind;
    }

    private Due.Kind kind(World world, Job job, dev.venicesim.jobs.Due due) {
        return switch (due.what()) {
            case SETTLE -> Due.Kind.SETTLE;
            case RELEASE -> Due.Kind.RELEASE;
            case REFUND -> Due.Kind.REFUND;
            case REFUND_BY_MODEL -> refunds.refunded(world, job) ? Due.Kind.REFUND : Due.Kind.SETTLE;
        };
    }
}
