package dev.venicesim.billing;

import java.util.Locale;

/**
 * Part of an account that is kept by itself, so that a charge writes a few small values whatever the account has seen
 * before.
 */
public enum AccountPart {
    /** Balances and counts; one. */
    HEAD(AccountHead.class),
    /** Ledger entries, by their place in the history. */
    ENTRY(LedgerEntry.class),
    /** Claims that are open, by queue id. */
    CLAIM(Claim.class),
    /** How claims ended, by queue id. */
    ENDING(Claims.Ending.class),
    /** Budgets, by key id. */
    BUDGET(KeyBudget.class),
    /** What was spent, by model. */
    SPENT(dev.venicesim.money.Usd.class),
    /** Payments, by payment id. */
    PAYMENT(dev.venicesim.money.Usd.class);

    private final Class<?> type;

    AccountPart(Class<?> type) {
        this.type = type;
    }

    /** The class of its values. */
    public Class<?> type() {
        return type;
    }

    /** Its name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
