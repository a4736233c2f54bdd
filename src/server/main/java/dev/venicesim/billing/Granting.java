package dev.venicesim.billing;

import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.List;

/** Transitions for money that comes from outside: payments, and what the control API gives or sets. */
final class Granting {

    private static final String BY_HAND = "through the control API";

    private Granting() {}

    static Change credit(LedgerAccount account, String paymentId, Usd amount, Instant now) {
        if (amount.isNegative() || amount.isZero()) {
            throw new IllegalArgumentException("a payment is above 0, not " + amount);
        }
        if (account.payments().contains(paymentId)) {
            return new Change.Repeated(account);
        }
        var paid = move(account, EntryType.TOP_UP, Balances.usd(amount), now, "payment " + paymentId);
        return paid instanceof Change.Done done
                ? new Change.Done(done.account().withPayment(paymentId, amount), done.entries())
                : paid;
    }

    static Change grant(LedgerAccount account, Grant grant, Instant now) {
        if (grant instanceof Grant.AddUsd add) {
            var why = (add.amount().isNegative() ? "taken " : "given ") + BY_HAND;
            return move(account, EntryType.GRANT, Balances.usd(add.amount()), now, why);
        }
        if (grant instanceof Grant.SetUsd set) {
            var change = Balances.usd(set.balance().minus(account.balances().usd()));
            return move(account, EntryType.ADJUSTMENT, change, now, "balance set " + BY_HAND);
        }
        if (grant instanceof Grant.SetDiem set) {
            return diem(account, set.diem(), now);
        }
        return limit(account, (Grant.SpendLimit) grant);
    }

    private static Change diem(LedgerAccount account, Usd diem, Instant now) {
        if (account.kind() == AccountKind.WALLET) {
            return new Change.Impossible(account, "a wallet has USDC credit and no DIEM");
        }
        var change = Balances.diem(diem.minus(account.balances().diem()));
        var set = move(account, EntryType.ADJUSTMENT, change, now, "DIEM set " + BY_HAND);
        return set instanceof Change.Done done
                ? new Change.Done(done.account().withAllocation(diem), done.entries())
                : set;
    }

    private static Change limit(LedgerAccount account, Grant.SpendLimit wanted) {
        if (wanted.limit().isNegative()) {
            return new Change.Impossible(account, "a spend limit is 0 or more, not " + wanted.limit());
        }
        var budget = account.budget(wanted.keyId()).limit(wanted.currency(), wanted.limit());
        return new Change.Done(account.with(wanted.keyId(), budget), List.of());
    }

    private static Change move(LedgerAccount account, EntryType type, Balances change, Instant now, String why) {
        var after = account.balances().plus(change);
        if (after.free().isNegative() || after.diem().isNegative()) {
            return new Change.Impossible(account, tooLow(account, after));
        }
        if (LedgerAccount.MOST.isLessThan(after.usd()) || LedgerAccount.MOST.isLessThan(after.diem())) {
            return new Change.Impossible(account, "a balance is at most " + LedgerAccount.MOST);
        }
        if (change.equals(Balances.NONE)) {
            return new Change.Done(account, List.of());
        }
        var moved = account.book(new Posting(now, type, change, Purchase.NONE, why));
        return new Change.Done(moved, List.of(moved.ledger().last()));
    }

    private static String tooLow(LedgerAccount account, Balances after) {
        var held = account.balances().held();
        return held.isZero()
                ? "a balance never goes below 0"
                : held + " is held for running jobs, so the balance cannot become " + after.usd();
    }
}
