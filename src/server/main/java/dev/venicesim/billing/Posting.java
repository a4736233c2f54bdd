package dev.venicesim.billing;

import dev.venicesim.money.Usd;
import java.time.Instant;

/**
 * A change to the books before it has its place in the ledger. It moves one currency at most.
 *
 * @param why one sentence for people
 */
record Posting(Instant at, EntryType type, Balances change, Purchase purchase, String why) {

    Currency currency() {
        return change.diem().isZero() ? Currency.USD : Currency.DIEM;
    }

    Usd amount() {
        return change.in(currency());
    }
}
