package dev.venicesim.billing;

import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.List;

/** Transitions that take the price of a job, or set it aside. */
final class Charging {

    /** How a price divides between the currencies. */
    private record Split(Usd usd, Usd diem) {}

    // one text for all: a hundred thousand copies would be a third of a ledger's memory
    private static final String ACCEPTED = "charged when the job was accepted";

    private Charging() {}

    static Change charge(LedgerAccount account, Purchase bought, Usd price, Instant now) {
        check(bought, price);
        if (account.claims().knows(bought.queueId())) {
            return new Change.Repeated(account);
        }
        var purchase = account.ledger().kept(bought);
        var budget = account.budget(purchase.keyId());
        var split = split(account, budget, price);
        var affordable = least(account.available(), budget.usdRoom());
        if (affordable.isLessThan(split.usd())) {
            return new Change.Shortfall(
                    account,
                    shortage(account, budget, split),
                    price,
                    split.diem().plus(affordable));
        }
        var before = account.ledger();
        var after = account;
        if (!split.diem().isZero()) {
            after = after.book(charged(now, Balances.diem(split.diem().negated()), purchase, price));
        }
        if (!split.usd().isZero() || split.diem().isZero()) {
            after = after.book(charged(now, Balances.usd(split.usd().negated()), purchase, price));
        }
        var claim = new Claim(purchase, false, split.usd(), split.diem(), now, before.nextSeq());
        after = after.with(after.claims().with(claim)).spend(purchase, split.usd(), split.diem());
        return new Change.Done(after, LedgerComparison.added(before, after.ledger()));
    }

    static Change hold(LedgerAccount account, Purchase bought, Usd price, Instant now) {
        check(bought, price);
        if (account.claims().knows(bought.queueId())) {
            return new Change.Repeated(account);
        }
        var purchase = account.ledger().kept(bought);
        if (account.available().isLessThan(price)) {
            return new Change.Shortfall(account, Shortage.BALANCE, price, account.available());
        }
        var why = price + " held until the job ends";
        var held = account.book(new Posting(now, EntryType.HOLD, Balances.held(price), purchase, why));
        var after = held.with(held.claims()
                .with(new Claim(
                        purchase, true, price, Usd.ZERO, now, account.ledger().nextSeq())));
        return new Change.Done(after, List.of(after.ledger().last()));
    }

    private static Posting charged(Instant now, Balances change, Purchase purchase, Usd price) {
        var posting = new Posting(now, EntryType.CHARGE, change, purchase, ACCEPTED);
        var whole = posting.amount().negated().equals(price);
        return whole
                ? posting
                : new Posting(now, EntryType.CHARGE, change, purchase, "part of " + price + ", " + ACCEPTED);
    }

    private static Split split(LedgerAccount account, KeyBudget budget, Usd price) {
        var diem = least(price, least(account.balances().diem(), budget.diemRoom()));
        return new Split(price.minus(diem), diem);
    }

    /**
     * A key's own limits come first: their texts speak of an account that may still have money. The DIEM limit is named
     * only if the DIEM it keeps back would have paid.
     */
    private static Shortage shortage(LedgerAccount account, KeyBudget budget, Split split) {
        var heldBack = least(split.usd(), account.balances().diem().minus(split.diem()));
        var affordable = least(account.available(), budget.usdRoom());
        if (!heldBack.isZero() && !affordable.isLessThan(split.usd().minus(heldBack))) {
            return Shortage.DIEM_SPEND_LIMIT;
        }
        return budget.usdRoom().isLessThan(split.usd()) ? Shortage.USD_SPEND_LIMIT : Shortage.BALANCE;
    }

    private static void check(Purchase purchase, Usd price) {
        if (purchase.isNone() || price.isNegative()) {
            throw new IllegalArgumentException("a charge needs a queue id and a price, not " + purchase + ", " + price);
        }
    }

    private static Usd least(Usd one, Usd other) {
        return one.isLessThan(other) ? one : other;
    }
}
