package dev.venicesim.billing;

import dev.venicesim.money.Usd;

/**
 * Head of an account: what is left of it without its parts that grow.
 *
 * @param opening the balance before the oldest entry kept
 * @param folded how many entries have been folded into it
 */
public record AccountHead(AccountKind kind, Balances opening, long folded, Usd diemAllocation) {

    static AccountHead of(LedgerAccount account) {
        var ledger = account.ledger();
        return new AccountHead(account.kind(), ledger.opening(), ledger.folded(), account.diemAllocation());
    }
}
