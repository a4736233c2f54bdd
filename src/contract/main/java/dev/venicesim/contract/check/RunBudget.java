package dev.venicesim.contract.check;

import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Budget of a run, and what is left of it: it spends never more than the cap, and nothing after the first sign of
 * trouble. Thread-safe.
 */
public final class RunBudget {

    private final Consumer<Usd> writesDown;
    private final Usd cap;
    private Usd spent;
    private Usd observed = Usd.ZERO;
    private Optional<BigDecimal> told = Optional.empty();
    private Optional<BigDecimal> due = Optional.empty();
    private Optional<String> closed = Optional.empty();

    /**
     * @param writesDown hears of each payment before it is made, and of each cent that was taken beyond
     */
    public RunBudget(Usd cap, Usd spent, Consumer<Usd> writesDown) {
        this.writesDown = writesDown;
        this.cap = cap;
        this.spent = spent;
    }

    public synchronized Usd spent() {
        return spent;
    }

    /** By how much the balance was seen to fall. */
    public synchronized Usd observed() {
        return observed;
    }

    /** Whether a balance was told, without which no spending can be watched. */
    synchronized boolean seesBalance() {
        return told.isPresent();
    }

    /**
     * Hears of the balance before a request, and what that request costs. A fall by a cent more than was due ends all
     * spending, and counts against the cap.
     */
    synchronized void hears(Optional<BigDecimal> balance, Usd cost) {
        balance.ifPresent(now -> {
            told.map(before -> before.subtract(now))
                    .filter(fall -> fall.signum() > 0)
                    .ifPresent(fall -> observed = observed.plus(usd(fall)));
            due.map(expected -> expected.subtract(now))
                    .filter(more -> more.signum() > 0)
                    .ifPresent(more -> {
                        spent = spent.plus(usd(more));
                        writesDown.accept(usd(more));
                        close("the balance fell by " + more.toPlainString() + " USD more than was due");
                    });
            told = balance;
            due = balance;
        });
        due = due.map(amount -> amount.subtract(cost.decimal()));
    }

    private static Usd usd(BigDecimal amount) {
        return Usd.of(amount.setScale(6, RoundingMode.UP));
    }

    /** Why a price must not be paid; empty if it may. */
    synchronized Optional<String> objection(Usd price) {
        if (closed.isPresent()) {
            return closed;
        }
        return cap.isLessThan(spent.plus(price))
                ? Optional.of("it would cost " + price + " USD, and " + spent + " of " + cap + " USD are spent")
                : Optional.empty();
    }

    /** Counts a price before it is asked for, so that an interrupted call counts too. */
    synchronized void pay(Usd price) {
        writesDown.accept(price);
        spent = spent.plus(price);
    }

    /** Spends nothing more, for this reason. */
    public synchronized void close(String why) {
        if (closed.isEmpty()) {
            closed = Optional.of(why);
        }
    }
}
