package dev.venicesim.billing;

import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Check of an account that came from outside: whether its books agree with themselves. */
public final class AccountCheck {

    private AccountCheck() {}

    /** What is wrong with an account; nothing if it is one that transitions can lead to. */
    public static Optional<String> flaw(LedgerAccount account) {
        var ledger = account.ledger();
        if (ledger.folded() < 0 || ledger.size() > Ledger.CAPACITY + Ledger.CHUNK || !isPossible(ledger.opening())) {
            return Optional.of("an account opens with what no account has");
        }
        return entries(ledger)
                .or(() -> claims(account))
                .or(() -> budgets(account))
                .or(() -> sums(account));
    }

    private static Optional<String> entries(Ledger ledger) {
        var before = ledger.opening();
        var at = Instant.MIN;
        for (var i = 0; i < ledger.size(); i++) {
            var entry = ledger.get(i);
            if (entry.seq() != ledger.folded() + i || entry.at().isBefore(at)) {
                return Optional.of("entry " + entry.seq() + " of a ledger is not where it belongs");
            }
            if (!isPossible(entry.after()) || !follows(before, entry)) {
                return Optional.of("the balance after entry " + entry.seq()
                        + " of a ledger is not the one before it plus its amount");
            }
            before = entry.after();
            at = entry.at();
        }
        return Optional.empty();
    }

    private static boolean follows(Balances before, LedgerEntry entry) {
        if (!isInRange(entry.amount())) {
            return false;
        }
        var moved = entry.currency() == Currency.USD ? Balances.usd(entry.amount()) : Balances.diem(entry.amount());
        var after = before.plus(moved);
        return after.usd().equals(entry.after().usd())
                && after.diem().equals(entry.after().diem());
    }

    private static Optional<String> claims(LedgerAccount account) {
        var held = Usd.ZERO;
        for (var open : account.claims().open().asMap().entrySet()) {
            var claim = open.getValue();
            if (!open.getKey().equals(claim.purchase().queueId())
                    || isBelowZero(claim.usd())
                    || isBelowZero(claim.diem())) {
                return Optional.of("the claim of job " + open.getKey() + " is none");
            }
            held = claim.held() ? held.plus(claim.usd()) : held;
            if (!isInRange(held)) {
                return Optional.of("an account holds more than any can");
            }
        }
        return held.equals(account.balances().held())
                ? Optional.empty()
                : Optional.of("an account holds another amount than its open jobs do");
    }

    private static Optional<String> budgets(LedgerAccount account) {
        return account.budgets().asMap().values().stream()
                        .flatMap(budget ->
                                Stream.of(budget.usdLimit(), budget.diemLimit(), budget.usdSpent(), budget.diemSpent()))
                        .anyMatch(Usd::isNegative)
                ? Optional.of("a key of an account has a budget below zero")
                : Optional.empty();
    }

    private static Optional<String> sums(LedgerAccount account) {
        var sums = Stream.of(
                        account.spentByModel().asMap().values().stream(),
                        account.payments().asMap().values().stream(),
                        account.budgets().asMap().values().stream()
                                .flatMap(budget -> Stream.of(budget.usdSpent(), budget.diemSpent())),
                        Stream.of(account.diemAllocation()))
                .flatMap(values -> values);
        return sums.allMatch(AccountCheck::isInRange)
                ? Optional.empty()
                : Optional.of("an account counts past any amount");
    }

    private static boolean isPossible(Balances sums) {
        return !isBelowZero(sums.usd()) && !isBelowZero(sums.diem()) && !isBelowZero(sums.held());
    }

    private static boolean isBelowZero(Usd usd) {
        return usd.isNegative() || !isInRange(usd);
    }

    private static boolean isInRange(Usd usd) {
        return Math.abs(usd.micros()) <= LedgerAccount.MOST.micros() && usd.micros() != Long.MIN_VALUE;
    }
}
