package dev.venicesim.kit.contract.check;

import dev.venicesim.money.Usd;
import java.util.Optional;

/** What a run may spend, and has: never more than the cap, and nothing after the first sign of trouble. */
public final class Purse {

    private final Usd cap;
    private Usd spent;
    private Optional<String> closed = Optional.empty();

    public Purse(Usd cap, Usd spent) {
        this.cap = cap;
        this.spent = spent;
    }

    public Usd spent() {
        return spent;
    }

    /** Why a price must not be paid; empty if it may. */
    Optional<String> objection(Usd price) {
        if (closed.isPresent()) {
            return closed;
        }
        return cap.isLessThan(spent.plus(price))
                ? Optional.of("it would cost " + price + " USD, and " + spent + " of " + cap + " USD are spent")
                : Optional.empty();
    }

    /** Counts a price before it is asked for, so that an interrupted call counts too. */
    void pay(Usd price) {
        spent = spent.plus(price);
    }

    /** Spends nothing more, for this reason. */
    public void close(String why) {
        if (closed.isEmpty()) {
            closed = Optional.of(why);
        }
    }
}
