package dev.venicesim.contract.check;

import dev.venicesim.contract.spending.SpendingCap;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Budget of a run, and what is left of it: it spends never more than the cap, and nothing after the first sign of
 * trouble. Thread-safe.
 */
public final class RunBudget {

    private final SpendingCap cap;
    private Usd observed = Usd.ZERO;
    private Optional<BigDecimal> told = Optional.empty();
    private Optional<BigDecimal> due = Optional.empty();
    private Optional<String> closed = Optional.empty();

    public RunBudget(SpendingCap cap) {
        this.cap = cap;
    }

    public synchronized Usd spent() {
        return cap.spent();
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
                        cap.taken(usd(more));
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

    /** Counts a price before it is asked for, so that an interrupted call counts too; or says why it must not be paid. */
    synchronized Optional<String> pay(Usd price) {
        return closed.isPresent() ? closed : cap.pay(price);
    }

    /** Spends nothing more, for this reason. */
    public synchronized void close(String why) {
        if (closed.isEmpty()) {
            closed = Optional.of(why);
        }
    }
}
