package dev.venicesim.billing;

import static dev.venicesim.billing.Fixtures.after;

import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.List;

/**
 * One thing done to an account, made from numbers so that a generator can make any of them, repeats and nonsense
 * included.
 *
 * @param job one of a few jobs, so that ids collide
 */
record Step(int kind, int job, long cents, int second) {

    static final int KINDS = 9;

    LedgerAccount on(LedgerAccount account) {
        var now = after(second);
        var id = "job-" + job;
        return switch (kind) {
            case 0, 1 -> account.charge(Fixtures.job(id), price(), now).account();
            case 2, 3 -> account.hold(Fixtures.job(id), price(), now).account();
            case 4 ->
                account.settle(
                        List.of(due(id, ClaimSettlement.Kind.SETTLE, now), due(id, ClaimSettlement.Kind.SETTLE, now)));
            case 5 ->
                account.settle(List.of(
                        due(id, ClaimSettlement.Kind.REFUND, now),
                        due(id, ClaimSettlement.Kind.SETTLE, now.plusMillis(1))));
            case 6 -> account.settle(due(id, ClaimSettlement.Kind.RELEASE, now)).account();
            case 7 ->
                account.credit("payment-" + job, Usd.ofCents(cents + 1), now).account();
            case 8 -> granted(account, now);
            default -> throw new AssertionError(kind);
        };
    }

    private Usd price() {
        return Usd.ofCents(cents);
    }

    private LedgerAccount granted(LedgerAccount account, Instant now) {
        var amount = Usd.ofCents(cents);
        var grant = switch (job % 4) {
            case 0 -> new Grant.AddUsd(second % 2 == 0 ? amount : amount.negated());
            case 1 -> new Grant.SetUsd(amount);
            case 2 -> new Grant.SetDiem(amount);
            default -> new Grant.SpendLimit("key-1", Currency.USD, amount);
        };
        return account.grant(grant, now).account();
    }

    private static ClaimSettlement due(String id, ClaimSettlement.Kind kind, Instant at) {
        return new ClaimSettlement(id, kind, at, "because");
    }
}
