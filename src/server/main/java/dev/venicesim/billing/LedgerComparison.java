package dev.venicesim.billing;

import java.util.List;

/** Comparison of a ledger with a later one. */
final class LedgerComparison {

    private LedgerComparison() {}

    /** The entries by which a ledger has grown, oldest first. */
    static List<LedgerEntry> added(Ledger before, Ledger after) {
        var count = (int) (after.nextSeq() - before.nextSeq());
        return List.copyOf(after.entries().subList(after.size() - count, after.size()));
    }
}
