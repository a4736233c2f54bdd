package dev.venicesim.contract.spending;

import dev.venicesim.money.Usd;
import java.util.Optional;

/** Cap on what a run may spend, and the ledger, if there is one, that has a cap of its own. Thread-safe. */
public final class SpendingCap {

    private final Usd cap;
    private final Optional<SpendingLedger> ledger;
    private Usd spent;

    /**
     * @param cap of this run
     * @param spent by it before it was taken up again, which the ledger has already
     * @param ledger where payments are written down before they are made
     */
    public SpendingCap(Usd cap, Usd spent, Optional<SpendingLedger> ledger) {
        this.cap = cap;
        this.spent = spent;
        this.ledger = ledger;
    }

    /** Whether anything at all may be paid. */
    public synchronized boolean isOpen() {
        return spent.isLessThan(cap);
    }

    public synchronized Usd spent() {
        return spent;
    }

    /**
     * Counts a price before it is asked for, so that an interrupted call counts too; or says why it must not be paid.
     *
     * @throws IllegalArgumentException if the ledger can no longer be written
     */
    public synchronized Optional<String> pay(Usd price) {
        if (cap.isLessThan(spent.plus(price))) {
            return Optional.of("it would cost " + price + " USD, and " + spent + " of " + cap + " USD are spent");
        }
        var objection = ledger.flatMap(book -> book.pay(price));
        if (objection.isEmpty()) {
            spent = spent.plus(price);
        }
        return objection;
    }

    /** Gives back a price that was counted and not taken, since the call was refused. */
    public synchronized void refused(Usd price) {
        spent = spent.minus(price);
        ledger.ifPresent(book -> book.taken(price.negated()));
    }

    /** Counts what was taken unasked. */
    public synchronized void taken(Usd usd) {
        spent = spent.plus(usd);
        ledger.ifPresent(book -> book.taken(usd));
    }
}
