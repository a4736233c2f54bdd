package dev.venicesim.billing;

import dev.venicesim.money.Usd;
import java.util.Comparator;
import java.util.List;

/** Transitions that end claims as their jobs end. */
final class Settling {

    private Settling() {}

    static LedgerAccount settle(LedgerAccount account, List<ClaimSettlement> dues) {
        var settled = account;
        for (var due :
                dues.stream().sorted(Comparator.comparing(ClaimSettlement::at)).toList()) {
            settled = settle(settled, due).account();
        }
        return settled;
    }

    static Change settle(LedgerAccount account, ClaimSettlement due) {
        var claim = account.claims().find(due.queueId());
        if (claim.isEmpty()) {
            return account.claims().knows(due.queueId()) ? new Change.Repeated(account) : new Change.Unknown(account);
        }
        var ending = due.kind() == ClaimSettlement.Kind.SETTLE ? Claims.Ending.CHARGED : Claims.Ending.GIVEN_BACK;
        var closed = account.with(account.claims().close(due.queueId(), ending));
        var after = switch (due.kind()) {
            case SETTLE -> charge(closed, claim.get(), due);
            case RELEASE, REFUND -> giveBack(closed, claim.get(), due);
        };
        return new Change.Done(after, LedgerComparison.added(account.ledger(), after.ledger()));
    }

    private static LedgerAccount charge(LedgerAccount account, Claim claim, ClaimSettlement due) {
        if (!claim.held()) {
            // no entry is left, or will be written, with which the closed claim could be forgotten
            var folded = claim.entry() < account.ledger().folded();
            return folded ? account.with(account.claims().forget(claim)) : account;
        }
        var paid = claim.usd().negated();
        return post(account, claim, due, EntryType.CHARGE, new Balances(paid, Usd.ZERO, paid))
                .spend(claim.purchase(), claim.usd(), Usd.ZERO);
    }

    private static LedgerAccount giveBack(LedgerAccount account, Claim claim, ClaimSettlement due) {
        if (claim.held()) {
            var freed = Balances.held(claim.usd().negated());
            return post(account, claim, due, EntryType.RELEASE, freed);
        }
        var refunded = account;
        if (!claim.diem().isZero()) {
            refunded = post(refunded, claim, due, EntryType.REFUND, Balances.diem(claim.diem()));
        }
        if (!claim.usd().isZero() || claim.diem().isZero()) {
            refunded = post(refunded, claim, due, EntryType.REFUND, Balances.usd(claim.usd()));
        }
        return refunded.spend(
                claim.purchase(), claim.usd().negated(), claim.diem().negated());
    }

    private static LedgerAccount post(
            LedgerAccount account, Claim claim, ClaimSettlement due, EntryType type, Balances change) {
        var ledger = account.ledger();
        var late = ledger.size() > 0 && due.at().isBefore(ledger.last().at());
        var why = late ? due.why() + " (fell due at " + due.at() + ")" : due.why();
        return account.book(new Posting(due.at(), type, change, claim.purchase(), why));
    }
}
