package dev.venicesim.kit.junit;

import dev.venicesim.money.Usd;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Limit of what a class or a run may spend, and what its tests have spent. */
final class CostLimit {

    private static final int DEAREST = 10;

    /** What one test spent. */
    private record Spent(String test, Usd usd) {}

    private final String origin;
    private final Usd allowed;
    private final List<Spent> spent = new ArrayList<>();

    private CostLimit(String origin, Usd allowed) {
        this.origin = origin;
        this.allowed = allowed;
    }

    /**
     * A limit as its user wrote it.
     *
     * @param origin what to name in messages
     */
    static CostLimit of(String origin, String usd) {
        try {
            var allowed = Usd.parse(usd);
            if (!allowed.isNegative()) {
                return new CostLimit(origin, allowed);
            }
        } catch (IllegalArgumentException e) {
            throw UsageErrors.of(origin + " is no amount: give dollars such as 2.00", e);
        }
        throw UsageErrors.of(origin + " is below zero: give dollars such as 2.00");
    }

    synchronized void add(String test, Usd usd) {
        spent.add(new Spent(test, usd));
    }

    /** Fails once more is spent than allowed, with the tests that spent most. */
    synchronized void check() {
        var total = spent.stream().map(Spent::usd).reduce(Usd.ZERO, Usd::plus);
        if (allowed.isLessThan(total)) {
            var dearest = spent.stream()
                    .filter(each -> !each.usd().isZero())
                    .sorted(Comparator.comparing(Spent::usd).reversed())
                    .limit(DEAREST)
                    .map(each -> "  " + each.usd() + " USD by " + each.test())
                    .collect(Collectors.joining("\n"));
            throw new AssertionError(over(origin, allowed, total) + ":\n" + dearest);
        }
    }

    /** What everybody is told who spends too much. */
    static String over(String origin, Usd allowed, Usd spent) {
        return origin + ": spent " + spent + " USD, allowed are " + allowed + " USD";
    }

    Usd allowed() {
        return allowed;
    }

    String origin() {
        return origin;
    }
}
